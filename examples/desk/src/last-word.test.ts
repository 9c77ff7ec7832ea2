import type { LogRecord } from '@shopbell/core'
import { expect, it } from 'vitest'
import { recordOf, said } from './inbox/stand-in/desk.js'
import { lastWord } from './last-word.js'

const opened: LogRecord = recordOf(1, 'shopper', { kind: 'opened', want: 'live', packet: {} as never })
const asked = recordOf(2, 'shopper', said('Are you there?'))
const claimed = recordOf(3, 'agent', { kind: 'claimed', agent: 'ada' })
const answered = recordOf(4, 'agent', said('I am'))
const decided = recordOf(4, 'agent', { kind: 'decided', approved: true } as never)
const pictured = recordOf(5, 'shopper', { kind: 'file', upload: 'u', name: 'cup.png' })
const rated = recordOf(6, 'shopper', { kind: 'rated', score: 5 })

it.each([
  ['nobody', 'nothing', []],
  ['nobody', 'a conversation that was opened', [opened]],
  ['nobody', 'one that was only taken', [opened, asked, claimed]],
  ['agent', 'an answer', [opened, asked, claimed, answered]],
  ['agent', 'a decision', [opened, asked, decided]],
  ['agent', 'an answer that was rated', [opened, answered, rated]],
  ['shopper', 'a picture after an answer', [opened, answered, pictured]],
  ['shopper', 'one that was opened again', [opened, answered, { ...opened, seq: 5 }]],
] as const)('%s has the last word after %s', (who, _, records) => {
  expect(lastWord(records)).toBe(who)
})
