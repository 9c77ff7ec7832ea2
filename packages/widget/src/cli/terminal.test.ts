import { PassThrough } from 'node:stream'
import { storefrontFlow } from '@shopbell/core'
import { expect, test } from 'vitest'
import { playInTerminal } from './play-in-terminal.js'
import { printed } from './printed.test.support.js'
import { terminalOf } from './terminal.js'

type Stream = PassThrough & { isTTY?: boolean }

function streams(isTTY: boolean, env: Record<string, string>) {
  const [stdin, stdout, stderr]: readonly Stream[] = [new PassThrough(), new PassThrough(), new PassThrough()]
  if (!stdin || !stdout || !stderr) throw new Error('three streams were made')
  stdout.isTTY = isTTY
  return { stdin, stdout, stderr, env }
}

test.each([
  ['a terminal', true, {}, '\u001b[1mbell\u001b[0m'],
  ['a pipe', false, {}, 'bell'],
  ['a terminal of somebody who wants no colours', true, { NO_COLOR: '1' }, 'bell'],
  ['an empty NO_COLOR, which asks for nothing', true, { NO_COLOR: '' }, '\u001b[1mbell\u001b[0m'],
  ['a terminal that can do nothing', true, { TERM: 'dumb' }, 'bell'],
])('%s', (_, isTTY, env, expected) => {
  expect(terminalOf(streams(isTTY, env)).paint('bold', 'bell')).toBe(expected)
})

test('the reader plays the shopper: numbers tap, words are said, a colon does what a script can', async () => {
  const made = streams(false, {})
  const terminal = terminalOf(made)
  made.stdin.end(
    '1\n:fill number=7\n:dance\n\n:fill orderNumber=1003, email=sam@example.com\nwhere is a person please\n:help\n:quit\nnever read\n',
  )
  const { lines, state } = await playInTerminal(storefrontFlow, { seed: 7 }, terminal)
  const shown = printed(made.stdout)
  expect(shown).toContain('bot: Hi! What can I help you with today?\n  1 Order Status\n  2 FAQs\n  3 Talk to an Agent\n')
  expect(shown).toContain('shopper: Order Status\n')
  expect(shown).toContain('bot: [order 1003]')
  const notes = printed(made.stderr)
  expect(notes).toContain('the form has no field "number". It has orderNumber, email.')
  expect(notes).toContain('"dance" is nothing that a script can do.')
  expect(lines).toContain('shopper: where is a person please')
  expect(state.phase).toBe('review')
})
