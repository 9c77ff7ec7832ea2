import { readFileSync, writeFileSync } from 'node:fs'
import { checkFlow } from '@shopbell/core/check'
import { composeFlow, parseFlow } from '@shopbell/core/flows'
import { playFlow, simulate } from '@shopbell/core/testing'
import { describe, expect, test } from 'vitest'
import { flow, hours } from './flow.js'
import { repairs } from './repairs.js'

const THURSDAY = Date.parse('2026-11-19T12:00:00+01:00')
const SUNDAY = Date.parse('2026-11-22T12:00:00+01:00')
const lamp = { lamp: 'Desk lamp, 1962', fault: 'It flickers.' }

const asked = (at: number) => playFlow(flow, at).send({ type: 'start' }).tap('Have a lamp mended').fill(lamp)
const estimated = (amount: number, at = THURSDAY) =>
  asked(at).answer({ found: 'value', value: { price: { amount }, day: 'Friday' } })

describe('a repair', () => {
  test('shows what is mended most before it asks', () => {
    const play = playFlow(flow, THURSDAY).send({ type: 'start' }).tap('Have a lamp mended')
    expect(play.lines().slice(1)).toEqual([
      'shopper: Have a lamp mended',
      'bot: This is what we mend most. Other things we mend, too.',
      'bot: [A new cable | A new socket | A new shade]',
      'bot: Which lamp is it, and what is wrong with it?',
    ])
  })

  test('asks the shop’s own system for an estimate', () => {
    expect(asked(THURSDAY).effects).toMatchObject([{ do: 'call', name: 'estimateRepair', input: lamp }])
  })

  test('is offered with its price and its day', () => {
    const play = estimated(30)
    expect(play.lines().at(-1)).toBe('bot: That would be about 30 euros. The workshop has time on Friday.')
    expect(play.tap('Keep that day for me').state).toMatchObject({
      phase: 'review',
      reason: { team: 'workshop', photos: true },
      prompt: { photos: true },
    })
  })

  test('may be declined, and that is the end of it', () => {
    expect(estimated(30).tap('No, thank you').lines().at(-1)).toBe('bot: All right. Is there anything else?')
  })

  test('that is dear goes to a person at once, with priority', () => {
    expect(estimated(100).state).toMatchObject({
      phase: 'review',
      reason: { code: 'presale', team: 'workshop', priority: 'high' },
    })
  })

  test('is written down after hours', () => {
    expect(estimated(30, SUNDAY).lines().at(-1)).toContain('The workshop is closed now.')
  })

  test.each(['timeout', 'error'] as const)('without an estimate (%s) goes to a person', (why) => {
    const play = asked(THURSDAY)
    play.send({ type: 'call.failed', call: play.state.pending?.call ?? '', why })
    expect(play.state).toMatchObject({ phase: 'review', reason: { team: 'workshop' } })
  })

  test('begins where the bubble beside the launcher leads', () => {
    const { proactive: [opening] = [] } = flow
    const play = playFlow(flow, THURSDAY).send({ type: 'start', step: opening?.next ?? '', say: opening?.text ?? '' })
    expect(play.lines().slice(0, 2)).toEqual([
      'bot: Does a lamp of yours flicker? We mend it.',
      'bot: This is what we mend most. Other things we mend, too.',
    ])
  })
})

test('reaches the workshop, as a shopper would get there', async () => {
  const { text, state } = await simulate(
    flow,
    `
    at 2026-11-19T11:00Z
    > Have a lamp mended
    call estimateRepair → {"price":{"amount":30},"day":"Friday"}
    fill lamp=Desk lamp, fault=It flickers
    > Keep that day for me
    fill email=ada@example.com
    `,
  )
  expect(text).toContain('The workshop takes it from here.')
  expect(state.phase).toBe('handed')
})

test('flow.json is the same flow, for a script tag; `WRITE_FLOW=1` writes it anew', () => {
  const file = new URL('../flow.json', import.meta.url)
  if (process.env['WRITE_FLOW']) writeFileSync(file, JSON.stringify(flow, null, 2))
  const written: unknown = JSON.parse(readFileSync(file, 'utf8'))
  expect(parseFlow(written)).toEqual({ flow: JSON.parse(JSON.stringify(flow)) })
})

test('nobody gets lost in a repair', { timeout: 60_000 }, () => {
  // The shipped modules are proved where they are; `shopbell check flow.json` proves the whole, in about a minute.
  const { verdict, findings } = checkFlow(composeFlow({ id: 'repairs', version: 1, modules: [repairs], hours }))
  expect(findings).toEqual([])
  expect(verdict).toBe('proved')
})
