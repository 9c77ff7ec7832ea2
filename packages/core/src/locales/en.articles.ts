import type { ArticleWords } from './words.js'

/** The words around articles in English. */
export const articleWords: ArticleWords = {
  back: 'Back',
  search: 'Search',
  searchLabel: 'Search our answers',
  topics: 'Topics',
  answers: 'Answers',
  readAgain: 'Read again',
}
