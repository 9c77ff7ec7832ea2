import { enFlowHandoff } from '../locales/en.flow-handoff.js'
import type { Chapter } from './flow.js'

/** The default flow's words on the way to a person. */
export const chapter: Chapter = { steps: {}, texts: enFlowHandoff }
