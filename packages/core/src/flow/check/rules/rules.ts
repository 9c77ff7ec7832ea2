import { afterHours } from './after-hours.js'
import { askedTwice } from './asked-twice.js'
import { hoursNotDeclared, impossibleMask, maskHidesNothing, noChangesNote, wrongHours } from './declared.js'
import { droppedText } from './dropped-text.js'
import { farPerson } from './far-person.js'
import { fieldNotDeclared } from './field-not-declared.js'
import { lostFact } from './lost-fact.js'
import { deadEnd, loop, noWayOut } from './lost-shopper.js'
import { nowhere } from './nowhere.js'
import type { Rule } from './rule.js'
import { missingText, missingTranslation } from './texts.js'
import { unreachable } from './unreachable.js'
import { usedBeforeSet } from './used-before-set.js'

/** Everything that must not be, in the order in which it is told. */
export const rules: readonly Rule[] = [
  nowhere,
  fieldNotDeclared,
  loop,
  deadEnd,
  noWayOut,
  farPerson,
  afterHours,
  droppedText,
  usedBeforeSet,
  askedTwice,
  lostFact,
  unreachable,
  missingText,
  missingTranslation,
  noChangesNote,
  hoursNotDeclared,
  impossibleMask,
  maskHidesNothing,
  wrongHours,
]
