import type { Choice, HelpedStep, Step } from '../flow/flow.js'
import { textOf } from '../flow/text-of.js'
import { enterStep, SHELF } from './enter-step.js'
import type { Id } from './entry.js'
import type { ChatEvent } from './event.js'
import { fieldView } from './field-view.js'
import type { Option, Prompt } from './prompt.js'
import type { Turn } from './turn.js'

/** The shopper taps an option of the prompt that waits. */
export function choose(turn: Turn, event: Extract<ChatEvent, { type: 'choose' }>): void {
  const { prompt } = turn.state
  if (prompt?.id !== event.prompt) return
  if (prompt.kind === 'articles' && prompt.articles.some((article) => article.id === event.option)) {
    return readArticle(turn, event.option)
  }
  if (!('options' in prompt)) return
  const option = prompt.options.find((one) => one.id === event.option)
  if (!option) return
  const step = turn.stepOf(prompt.step)
  if (prompt.kind === 'helped' && step?.type === 'helped') return answerHelped(turn, prompt, option, step)
  if (option.id.startsWith(SHELF)) return openShelf(turn, prompt.id, option)
  const choice = optionsOf(step).find((one) => one.id === option.id)
  if (!choice) return
  turn.answer(prompt.id, option.label, option.key)
  turn.change({ previous: null, unplaced: 0 })
  enterStep(turn, choice.next)
}

function optionsOf(step: Step | undefined): readonly Choice[] {
  if (step?.type === 'choose' || step?.type === 'articles') return step.options
  if (step?.type === 'helped') return [{ id: 'skip', label: 'helped.skip', next: step.no }]
  return step?.type === 'ask' ? (step.options ?? []) : []
}

function readArticle(turn: Turn, article: Id): void {
  const { prompt } = turn.state
  const step = turn.stepOf(prompt?.step ?? null)
  if (prompt?.kind !== 'articles' || step?.type !== 'articles') return
  const head = prompt.articles.find((one) => one.id === article)
  turn.answer(prompt.id, head?.title ?? '')
  turn.learn({ article }, 'shopper')
  turn.change({ previous: prompt })
  enterStep(turn, step.read)
}

function openShelf(turn: Turn, prompt: Id, option: Option): void {
  const topic = turn.state.topics.find((one) => `${SHELF}${one.id}` === option.id)
  const step = turn.stepOf(turn.state.step)
  if (!topic || step?.type !== 'articles') return
  turn.answer(prompt, option.label)
  turn.change({ articles: topic.articles })
  enterStep(turn, step.shelf ?? turn.state.step ?? turn.flow.menu)
}

/** The last article that was shown and not yet judged. */
function judged(turn: Turn, helped: boolean): void {
  const last = turn.state.tried.at(-1)
  if (!last || last.helped !== null || turn.state.step === null) return
  turn.change({ tried: [...turn.state.tried.slice(0, -1), { ...last, helped }] })
  turn.do({ do: 'rate-article', article: last.article.id, helped })
}

function answerHelped(turn: Turn, prompt: Prompt, option: Option, step: HelpedStep): void {
  turn.answer(prompt.id, option.label, option.key)
  judged(turn, option.id === 'yes')
  turn.change({ previous: null })
  if (option.id === 'yes') {
    turn.change({ nos: 0 })
    return enterStep(turn, step.yes)
  }
  const nos = turn.state.nos + 1
  turn.change({ nos })
  if (nos >= 2) {
    turn.say('handoff.not-helped')
    return turn.callPerson({ code: 'not-helped', because: '' })
  }
  if (!step.missing) return enterStep(turn, step.no)
  turn.say('helped.missing')
  turn.ask(prompt.step, {
    kind: 'form',
    fields: [{ ...fieldView(turn, 'missing', true), value: '' }],
    submit: textOf(turn.flow, 'helped.send', turn.state.facts),
    options: [{ id: 'skip', label: textOf(turn.flow, 'helped.skip', turn.state.facts), key: 'helped.skip' }],
  })
}
