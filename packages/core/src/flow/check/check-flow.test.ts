import { describe, expect, test } from 'vitest'
import { shippedFlows } from '../../testing/shipped-flows.js'
import type { Flow } from '../flow.js'
import { storefrontFlow } from '../storefront-flow.js'
import { brokenFlows, soundFlows } from './broken/broken-flows.test.data.js'
import { checkFlow } from './check-flow.js'
import { judgeFlow } from './judge-flow.js'
import { rules } from './rules/rules.js'

describe('a broken flow gets its finding and the shortest conversation that shows it', () => {
  test.each(brokenFlows)('$name', ({ flow, options, machine, code, path, says, conversation }) => {
    const { verdict, findings } = checkFlow(flow, options, machine ? { machine } : {})
    expect(verdict).toBe('fault')
    expect(findings).toEqual([{ code, path, says, conversation }])
  })

  test.each(brokenFlows)('and without that rule it goes unnoticed: $name', ({ flow, options, machine, code }) => {
    const { findings } = checkFlow(flow, options, { ...(machine ? { machine } : {}), without: [code] })
    expect(findings.map((finding) => finding.code)).not.toContain(code)
  })

  test('every rule has a flow that only it finds broken', () => {
    const shown = new Set(brokenFlows.map(({ code }) => code))
    expect(rules.map(({ code }) => code).filter((code) => !shown.has(code))).toEqual([])
  })
})

describe('a sound flow', () => {
  test.each(soundFlows)('is proved: $name', ({ flow, options }) => {
    expect(checkFlow(flow, options)).toMatchObject({ findings: [], verdict: 'proved', frontier: 0 })
  })
})

describe('the work has a bound', () => {
  test('twenty facts that are read at once, and could be a million different things', () => {
    const names = Array.from({ length: 20 }, (_, index) => `fact${index}`)
    const steps = Object.fromEntries(
      names.map((fact, index) => [
        `at${index}`,
        {
          type: 'branch' as const,
          cases: [{ when: { fact, in: ['one'] }, next: index === 19 ? 'done' : `at${index + 1}` }],
          otherwise: index === 19 ? 'person' : `at${index + 1}`,
        },
      ]),
    )
    const flow: Flow = {
      ...storefrontFlow,
      greeting: { type: 'choose', text: 'Hi!', options: [{ id: 'go', label: 'Go', next: 'at0' }] },
      facts: names,
      routes: {},
      steps: { ...steps, done: { type: 'end' }, person: { type: 'handoff', reason: 'asked' } },
    }
    const { verdict, transitions, frontier } = checkFlow(flow, { budget: 100 })
    expect(verdict).toBe('bounded')
    expect(frontier).toBeGreaterThan(0)
    expect(transitions).toBeLessThan(5_000)
  })
})

describe('shipped flows', () => {
  test.each(Object.entries(shippedFlows).filter(([name]) => name !== 'everything'))(
    '%s is proved',
    { timeout: 120_000 },
    (_, flow) => {
      const { verdict, findings, frontier, coverage } = checkFlow(flow)
      expect(findings).toEqual([])
      expect({ verdict, frontier }).toEqual({ verdict: 'proved', frontier: 0 })
      // What the articles' lists declare for an empty shelf, no conversation goes; everything else is gone at least once.
      expect(coverage.edges.missed.filter((path) => !/^steps\/faq-\w+\/(empty|read)$/.test(path))).toEqual([])
    },
  )

  test('all modules together are proved', { timeout: 300_000 }, () => {
    const { everything } = shippedFlows
    expect(everything && checkFlow(everything)).toMatchObject({ verdict: 'proved', findings: [], frontier: 0 })
  })

  test('the default flow makes everything happen that the table of phases and events declares', { timeout: 60_000 }, () => {
    expect(checkFlow(storefrontFlow).coverage.events).toMatchObject({ missed: [] })
  })
})

describe('what a verdict says', () => {
  test('a budget that is spent is no proof', () => {
    const { verdict, frontier, states } = checkFlow(storefrontFlow, { budget: 50 })
    expect(verdict).toBe('bounded')
    expect(frontier).toBeGreaterThan(0)
    expect(states).toBe(50 + frontier)
  })

  test('a machine that calls nobody is found out', () => {
    const { verdict, findings } = checkFlow(
      storefrontFlow,
      {},
      {
        machine: (_, state, event) =>
          event.type === 'start' ? [{ ...state, phase: 'bot', step: 'menu' }, [], []] : [state, [], []],
      },
    )
    expect(verdict).toBe('fault')
    expect(findings.map(({ code }) => code)).toContain('dead-end')
  })

  test('what is read late is one thing all along: a fact cannot be large here and small there', () => {
    const flow: Flow = {
      ...storefrontFlow,
      greeting: { type: 'choose', text: 'Hi!', options: [{ id: 'go', label: 'Go', next: 'size' }] },
      fields: {
        size: {
          type: 'one-of',
          label: 'Size',
          options: [
            { id: 's', label: 'S' },
            { id: 'l', label: 'L' },
          ],
        },
      },
      routes: {},
      steps: {
        person: { type: 'handoff', reason: 'asked' },
        size: { type: 'ask', fields: ['size'], submit: 'Go on', retries: 1, next: 'once', onFail: 'person' },
        once: { type: 'branch', cases: [{ when: { fact: 'size', in: ['s'] }, next: 'small' }], otherwise: 'person' },
        small: { type: 'choose', text: 'Small.', options: [{ id: 'on', label: 'On', next: 'again' }] },
        again: { type: 'branch', cases: [{ when: { fact: 'size', in: ['l'] }, next: 'large' }], otherwise: 'person' },
        large: { type: 'choose', text: 'Large.', options: [] },
      },
    }
    // "large" is a dead end, and nobody can get there.
    expect(checkFlow(flow).findings.map(({ code, path }) => [code, path])).toEqual([['unreachable', 'steps/large']])
  })

  test('one error tells all findings', () => {
    const flow = brokenFlows[0]?.flow ?? storefrontFlow
    expect(() => judgeFlow(flow)).toThrow(
      /The flow "small" has a fault\.\n\nnowhere at steps\/first\/options\/1\/next: There is no step "dome"/,
    )
    expect(() => judgeFlow(storefrontFlow)).not.toThrow()
  })
})
