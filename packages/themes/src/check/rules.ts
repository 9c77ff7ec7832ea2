import { colourRules } from './colour-rules.js'
import { documentRules } from './document-rules.js'
import { launcherRules } from './launcher-rules.js'
import { nameRules } from './name-rules.js'
import { pictureRules } from './picture-rules.js'
import type { Rule } from './rule.js'
import { valueRules } from './value-rules.js'
import { wordRules } from './word-rules.js'

/** Everything that can be wrong with a theme, in the order in which it is told. */
export const rules: readonly Rule[] = [
  ...documentRules,
  ...wordRules,
  ...nameRules,
  ...valueRules,
  ...launcherRules,
  ...pictureRules,
  ...colourRules,
]
