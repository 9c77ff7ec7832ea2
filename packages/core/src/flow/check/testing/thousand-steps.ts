import type { Flow, Step } from '../../flow.js'
import { storefrontFlow } from '../../storefront-flow.js'

const FACTS = Array.from({ length: 10 }, (_, index) => `fact${index}`)
const SIZES = ['a', 'b', 'c'].map((id) => ({ id, label: `Choice ${id}` }))

/**
 * A flow of a thousand steps and more in which ten facts stay alive: asked in the first ten blocks, and read by every block after
 * them until the last, each fact in every tenth block.
 */
export function thousandSteps(blocks = 100): Flow {
  const steps: Record<string, Step> = { person: { type: 'handoff', reason: 'asked' } }
  for (let block = 0; block < blocks; block++) {
    const id = (name: string) => `b${block}-${name}`
    const fact = FACTS[block % FACTS.length] ?? ''
    const next = block + 1 < blocks ? `b${block + 1}-begin` : 'person'
    steps[id('begin')] = { type: 'say', text: `Part ${block}.`, next: block < FACTS.length ? id('ask') : id('which') }
    if (block < FACTS.length) {
      steps[id('ask')] = {
        type: 'ask',
        text: 'Which?',
        fields: [fact],
        submit: 'Go on',
        retries: 2,
        next: id('pick'),
        onFail: 'person',
      }
    } else {
      steps[id('which')] = {
        type: 'branch',
        cases: [{ when: { fact, in: ['a'] }, next: id('left') }],
        otherwise: id('right'),
      }
      steps[id('left')] = { type: 'say', text: 'An a.', next: id('pick') }
      steps[id('right')] = { type: 'say', text: 'No a.', next: id('right-more') }
      steps[id('right-more')] = { type: 'goto', step: id('pick') }
    }
    steps[id('pick')] = {
      type: 'choose',
      text: 'What now?',
      options: [
        { id: 'on', label: 'Go on', next: id('call') },
        { id: 'ready', label: 'That is all', next: id('end') },
        { id: 'person', label: 'A person', icon: 'person', next: id('person') },
      ],
    }
    const edges = { done: id('helped'), empty: id('nothing'), failed: id('person'), timedOut: id('person') }
    steps[id('call')] = { type: 'call', action: 'lookUp', input: [fact], timeout: 5_000, ...edges }
    steps[id('nothing')] = { type: 'say', text: 'Nothing there.', next }
    steps[id('helped')] = { type: 'helped', text: 'Did this help?', yes: next, no: next }
    steps[id('person')] = { type: 'handoff', reason: 'complex' }
    steps[id('end')] = { type: 'end', text: 'Good.' }
  }
  return {
    id: 'thousand',
    version: 1,
    menu: 'menu',
    greeting: {
      type: 'choose',
      text: 'Hi!',
      options: [
        { id: 'begin', label: 'Begin', next: 'b0-begin' },
        { id: 'agent', label: 'Talk to an Agent', icon: 'person', next: 'person' },
      ],
    },
    steps,
    fields: Object.fromEntries(FACTS.map((name) => [name, { type: 'one-of', label: `The ${name}`, options: SIZES }])),
    routes: {},
    texts: storefrontFlow.texts,
  }
}
