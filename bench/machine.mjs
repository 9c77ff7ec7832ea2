// How many events the machine and its transcript take in a second, and whether a long conversation is slower than a short one.
// Each figure is the median of several rounds in one process; compare the ratios, not the numbers of different machines.
import { append, emptyTranscript, initialState, storefrontFlow, transition, triage } from '../packages/core/dist/index.js'

const ROUNDS = 9
const TURNS = 20_000

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]

/** A shopper who goes round in the flow for ever; every event appends. */
function converse(turns, transcript) {
  let state = initialState(storefrontFlow)
  let lines = transcript
  const send = (event) => {
    const [next, entries] = transition(storefrontFlow, state, event)
    state = next
    lines = append(lines, entries)
  }
  send({ type: 'start', id: 'e0', at: 0 })
  const began = performance.now()
  for (let n = 1; n <= turns; n++) {
    // "Order Status", then text that leads back to the menu: two kinds of event that both write.
    const order = state.prompt?.kind === 'choice' && state.prompt.options.find((option) => option.id === 'order')
    const named = { id: `e${n}`, at: n }
    if (order) send({ type: 'choose', prompt: state.prompt.id, option: 'order', ...named })
    else send({ type: 'say', text: 'thanks', route: { to: 'smalltalk', evidence: [] }, ...named })
    if (state.prompt?.kind === 'form') state = { ...state, prompt: null, unplaced: 0 }
  }
  return { took: performance.now() - began, lines }
}

function filled(length) {
  const entry = (n) => ({ id: `f${n}`, turn: `f${n}`, at: n, by: 'shopper', content: { kind: 'text', text: 'filled' } })
  return append(
    emptyTranscript,
    Array.from({ length }, (_, n) => entry(n)),
  )
}

const perSecond = (length, turns) =>
  median(Array.from({ length: ROUNDS }, () => (turns / converse(turns, filled(length)).took) * 1000))

converse(TURNS, emptyTranscript)
const fresh = perSecond(0, TURNS)
const rows = [10, 1_000, 10_000].map((length) => [length, perSecond(length, 2_000)])
const base = rows[0][1]

console.log(`| transitions per second, each appending | ${Math.round(fresh).toLocaleString('en')} |`)
for (const [length, rate] of rows) {
  console.log(
    `| at ${length.toLocaleString('en')} entries | ${Math.round(rate).toLocaleString('en')} | ${(base / rate).toFixed(2)} × the time at 10 |`,
  )
}

const texts = [
  'where is my order 1042',
  'this is ridiculous, I want a human',
  'flurb '.repeat(150),
  'how much is shipping, and also when will it arrive',
]
const began = performance.now()
for (let n = 0; n < 20_000; n++) triage(texts[n % texts.length])
console.log(`| triage of a text | ${(((performance.now() - began) / 20_000) * 1000).toFixed(1)} µs |`)
