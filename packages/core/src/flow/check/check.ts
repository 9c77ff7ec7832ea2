// `@shopbell/core/check`: proves a flow. For tools and CI, never in a shopper's download.
export { FINDING_CODES, type Finding, type FindingCode } from '../finding.js'
export { FLOW_LIMITS } from '../flow-limits.js'
export { nearestName } from '../nearest-name.js'
export { type ParsedFlow, parseFlow } from '../parse-flow.js'
export { type CheckOptions, type CheckResult, checkFlow } from './check-flow.js'
export { CHART, type Coverage, type Covered } from './coverage.js'
export { judgeFlow, tellFinding } from './judge-flow.js'
