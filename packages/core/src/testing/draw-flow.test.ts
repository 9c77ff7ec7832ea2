import { expect, test } from 'vitest'
import type { Flow } from '../flow/flow.js'
import { storefrontFlow } from '../flow/storefront-flow.js'
import { drawFlow } from './draw-flow.js'

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
