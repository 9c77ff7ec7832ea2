import { testPages } from './test-pages.js'
import { meanest } from './zoo.js'

testPages(meanest)
