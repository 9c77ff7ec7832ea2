import { enFlowArticles } from '../locales/en.flow-articles.js'
import type { Chapter, Choice, Step } from './flow.js'

const PERSON: Choice = { id: 'person', label: 'faq.person', icon: 'person', next: 'person' }

const steps = {
  'faq-topics': {
    type: 'call',
    action: 'listTopics',
    input: [],
    timeout: 10_000,
    done: 'faq-shelves',
    empty: 'faq-nothing',
    failed: 'faq-failed',
    timedOut: 'faq-failed',
  },
  'faq-shelves': {
    type: 'articles',
    text: 'faq.topics',
    read: 'faq-read',
    search: 'faq-search',
    shelf: 'faq-shelf',
    empty: 'faq-nothing',
    options: [],
  },
  'faq-shelf': {
    type: 'articles',
    text: 'faq.shelf',
    read: 'faq-read',
    search: 'faq-search',
    empty: 'faq-nothing',
    options: [{ id: 'browse', label: 'faq.browse', next: 'faq-topics' }, PERSON],
  },
  'faq-search': {
    type: 'call',
    action: 'searchFaqs',
    input: ['query'],
    timeout: 10_000,
    done: 'faq-results',
    empty: 'faq-nothing',
    failed: 'faq-failed',
    timedOut: 'faq-failed',
  },
  'faq-results': {
    type: 'articles',
    text: 'faq.results',
    read: 'faq-read',
    search: 'faq-search',
    empty: 'faq-nothing',
    options: [PERSON],
  },
  'faq-read': {
    type: 'call',
    action: 'readArticle',
    input: ['article'],
    timeout: 10_000,
    done: 'faq-helped',
    empty: 'faq-gone',
    failed: 'faq-failed',
    timedOut: 'faq-failed',
  },
  'faq-helped': { type: 'helped', text: 'helped.ask', yes: 'faq-done', no: 'faq-next', missing: true },
  'faq-done': { type: 'end', text: 'faq.done' },
  'faq-next': {
    type: 'articles',
    text: 'faq.next',
    read: 'faq-read',
    search: 'faq-search',
    untried: true,
    empty: 'faq-person',
    options: [PERSON],
  },
  'faq-person': { type: 'handoff', text: 'handoff.not-helped', reason: 'not-helped' },
  'faq-gone': { type: 'say', text: 'faq.gone', next: 'faq-topics' },
  'faq-nothing': {
    type: 'choose',
    text: 'faq.nothing',
    options: [PERSON, { id: 'browse', label: 'faq.browse', next: 'faq-topics' }],
  },
  'faq-failed': {
    type: 'choose',
    text: 'faq.failed',
    options: [PERSON, { id: 'again', label: 'order.failed.again', next: 'faq-topics' }],
  },
} satisfies Readonly<Record<string, Step>>

/** The ids of the steps about articles. */
export type ArticleStepId = keyof typeof steps

/** The default flow's chapter about articles. */
export const chapter: Chapter<ArticleStepId> = { steps, texts: enFlowArticles }
