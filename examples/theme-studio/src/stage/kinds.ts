import type { Content, Prompt } from '@shopbell/core'

type Choice = Extract<Prompt, { kind: 'choice' }>

/** Everything that a theme has to dress: a line of the story or what waits for the shopper, by its kind; choices by their look. */
export type Kind = Content['kind'] | Exclude<Prompt['kind'], 'choice'> | `choice ${Choice['look']}`

/** By what a scene is known to show a kind. The types say when one is missing; the stage fails a scene that shows less than it says. */
export const seenAs: Readonly<Record<Kind, string>> = {
  text: '.theirs .bubble',
  answered: '.own .bubble',
  order: '[part~="order-card"]',
  article: '[role="log"] .card.list',
  cards: '.strip .card',
  file: '.picture img',
  notice: '[role="log"] .notice-line:not(.late-line)',
  decided: '.decision',
  late: '.late-line',
  unsupported: '.bubble.unsupported',
  'choice rows': '.rows > .row',
  'choice chips': '.chips > .chip',
  'choice cards': '.choices > .choice',
  helped: '.middle:has(.article) .chips > .chip',
  articles: '.list .row',
  form: '[part~="form"] [type="submit"]',
  review: '[part~="review"] [type="submit"]',
  rating: '.rating',
}
