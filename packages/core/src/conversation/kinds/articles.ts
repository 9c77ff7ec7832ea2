import { factValue } from '../../facts/fact-value.js'
import { forget } from '../../facts/learn.js'
import type { ArticlesStep } from '../../flow/flow.js'
import { LIMITS } from '../../limits.js'
import { typed } from '../check-fields.js'
import { toOptions } from '../greet.js'
import { take } from './choose.js'
import type { Kind } from './kind.js'

/** Shelves are options whose ids say so, since the shelf is opened without asking the shop again. */
const SHELF = 'shelf:'

// Articles that a person is told about, at most.
const MOST_TRIED = 20

/** Shelves and articles, and a search over all of them. */
export const articles: Kind<ArticlesStep> = {
  enter(turn, id, step) {
    const { state, flow } = turn
    const tried = new Set(state.tried.map((one) => one.article.id))
    const list = step.untried ? state.articles.filter((article) => !tried.has(article.id)) : state.articles
    const shelves = list.length > 0 || step.untried ? [] : state.topics
    if (list.length === 0 && shelves.length === 0) return step.empty
    turn.say(step.text)
    turn.ask(id, {
      kind: 'articles',
      articles: list,
      query: factValue(state.facts, 'query'),
      options: [
        ...shelves.map((topic) => ({ id: `${SHELF}${topic.id}`, label: topic.title })),
        ...toOptions(flow, step.options, state.facts),
      ],
    })
    return undefined
  },
  choose(turn, step, option, prompt) {
    if (prompt.kind === 'articles' && prompt.articles.some(({ id }) => id === option.id)) {
      turn.answer(prompt.id, option.label)
      turn.learn({ article: option.id }, 'shopper')
      turn.change({ previous: prompt })
      return step.read
    }
    const topic = turn.state.topics.find(({ id }) => `${SHELF}${id}` === option.id)
    if (!topic) return take(turn, step.options, option, prompt)
    turn.answer(prompt.id, option.label)
    turn.change({ articles: topic.articles })
    return step.shelf ?? prompt.step
  },
  submit(turn, step, event, prompt) {
    const query = typed(event, 'query').trim().slice(0, LIMITS.field)
    if (query === '') return undefined
    turn.answer(prompt.id, query)
    turn.learn({ query }, 'shopper')
    turn.change({ previous: null })
    return step.search
  },
  answer(turn, result) {
    const { state } = turn
    if (result.found === 'topics') {
      // A search is over once the shelves are back.
      turn.change({ topics: result.topics, articles: [], facts: forget(state.facts, ['query']) })
    } else if (result.found === 'articles') {
      if (result.articles.length === 0) return false
      turn.change({ articles: result.articles })
    } else if (result.found === 'article') {
      const { article } = result
      const { body: _, ...head } = article
      const others = state.tried.filter((one) => one.article.id !== article.id)
      turn.change({ tried: [...others, { article: head, helped: null }].slice(-MOST_TRIED) })
      turn.add('bot', { kind: 'article', article })
    }
    return true
  },
}
