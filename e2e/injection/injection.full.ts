import { payloads } from './payloads.js'
import { testSinks } from './test-sinks.js'

testSinks(payloads())
