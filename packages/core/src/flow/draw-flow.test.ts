import { expect, test } from 'vitest'
import { drawFlow } from './draw-flow.js'
import type { Flow } from './flow.js'
import { storefrontFlow } from './storefront-flow.js'

const flow: Flow = {
  id: 'small',
  version: 1,
  menu: 'menu',
  greeting: { type: 'choose', text: 'Hi "you" <b>; #1', options: [{ id: 'go', label: 'Go | on', next: 'end' }] },
  steps: {
    end: {
      type: 'branch',
      cases: [{ when: [{ fact: 'worth', atLeast: 100 }, { desk: 'open' }], next: 'person' }],
      otherwise: 'lost',
    },
    person: { type: 'handoff', reason: 'asked' },
  },
  fields: {},
  routes: {},
  texts: {},
}

test('a flow is drawn with its words and its ways', () => {
  expect(drawFlow(flow)).toBe(
    [
      'flowchart TD',
      '  s0{{"menu<br/>Hi #34;you#34; #60;b#62;#59; #35;1"}}',
      '  s1{"end"}',
      '  s2(("person<br/>→ a person: asked"))',
      '  m3["lost<br/>is not there"]:::missing',
      '  s0 -->|"Go | on"| s1',
      '  s1 -->|"worth ≥ 100 and desk open"| s2',
      '  s1 -->|"otherwise"| m3',
      '  classDef missing stroke:#c00,stroke-dasharray:4',
      '',
    ].join('\n'),
  )
})

test('every step of the shipped flow is there, and no way leads nowhere', () => {
  const chart = drawFlow(storefrontFlow)
  for (const id of Object.keys(storefrontFlow.steps)) expect(chart).toContain(`"${id}`)
  expect(chart).not.toContain('is not there')
})

test('modules stand in frames, and routes and openings lead in from outside', () => {
  const chart = drawFlow({
    ...flow,
    steps: {
      ...flow.steps,
      'return-ask': { type: 'say', next: 'return-done' },
      'return-done': { type: 'end' },
      'lone-one': { type: 'end' },
    },
    routes: { return: 'return-ask', faq: 'nowhere' },
    proactive: [{ id: 'hint', text: 'May I help?', when: { seconds: 30 }, next: 'lone-one' }],
  })
  expect(chart).toContain('  subgraph f1["return"]\n    s3["return-ask"]\n    s4(["return-done"])\n  end\n  s5(["lone-one"])\n')
  expect(chart).toContain('  d0>"writes about: return"] -.-> s3\n')
  expect(chart).toContain('  d1>"writes about: faq"] -.-> m')
  expect(chart).toContain('  d2>"by itself: 1"] -.-> s5\n')
})

test.each([
  '"]; click s0 "javascript:alert(1)"',
  '%%{init: {}}%%',
  '<script>alert(1)</script>',
  'end',
  '`**x**`',
  'a\nsubgraph x',
  '|"x"|',
  '\u2028---',
])('no words of a flow become part of the chart: %s', (words) => {
  const calm = drawFlow({
    ...flow,
    greeting: { ...flow.greeting, text: 'calm', options: [{ id: 'go', label: 'calm', next: 'end' }] },
  })
  const wild = drawFlow({
    ...flow,
    greeting: { ...flow.greeting, text: words, options: [{ id: 'go', label: words, next: 'end' }] },
  })
  const bones = (chart: string) => chart.split('\n').map((line) => line.replace(/"[^"]*"/g, '""'))
  expect(bones(wild)).toEqual(bones(calm))
  expect(wild).not.toMatch(/<(?!br\/>)/)
})
