import { expect, it } from 'vitest'
import { TOPICS } from './articles.js'

const articles = TOPICS.flatMap(({ articles }) => articles)

/** What the chat draws of an article's marks, taken out. */
const drawn = (body: string) =>
  body
    .replace(/^(- |## )/gm, '')
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .replace(/\[([^\]]+)]\([^)]+\)/g, '$1')

it.each(articles.map(({ id, body }) => [id, body]))(
  'the article %s has no mark that the chat would show as it stands',
  (_id, body) => {
    expect(drawn(body)).not.toMatch(/[*_`#[\]<>]/)
  },
)

it('finds a mark that is left over', () => {
  expect(drawn('If it says *refunded*, **talk** to us.')).toContain('*refunded*')
})
