import { testPages } from './test-pages.js'
import { others } from './zoo.js'

testPages(others)
