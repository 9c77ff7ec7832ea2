import { ownValue } from '../own-value.js'
import type { Finding } from '../theme.js'
import type { Rule } from './rule.js'

/** Letters that are not seen, or that turn the direction of others: nobody sees what such a name says. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}]/u
/** What a theme would say of itself that only a shop or a desk can know. */
const claim =
  /verified|official|certified|trusted|secure|refund|guarantee|[\u2705\u2611\u2713\u2714\u{1F5F8}\u{1F512}\u{1F6E1}]|\d\s?(?:%|percent)/iu

/** As it is read: ligatures and letters in circles are letters, and what is put above or below them changes no word. */
const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFKC')

const isText = (value: unknown): value is string => typeof value === 'string'

/** What is wrong with a theme's name and its line for galleries. Neither is ever shown to a shopper. */
export const wordRules: readonly Rule[] = [
  {
    name: 'name',
    judge: ({ written }) => {
      const name = ownValue(written, 'name')
      if (isText(name) && /^[a-z][a-z0-9-]{0,79}$/.test(name)) return []
      const mend = 'Write lower-case words with hyphens, such as corner-shop, at most 80 characters.'
      return [{ rule: 'name', path: 'name', problem: 'is not a name', mend }]
    },
  },
  {
    name: 'description',
    judge: ({ written }) => {
      const description = ownValue(written, 'description')
      if (isText(description) && /^[^\r\n]{1,200}$/.test(description) && description.trim()) return []
      const mend = 'Write one line for galleries, at most 200 characters.'
      return [
        { rule: 'description', path: 'description', problem: description === undefined ? 'is missing' : 'is not one line', mend },
      ]
    },
  },
  {
    name: 'claim',
    judge: ({ written }) => {
      return ['name', 'description'].flatMap((path): Finding[] => {
        const words = ownValue(written, path)
        const text = isText(words) ? words.slice(0, 200) : ''
        const problem = unseen.test(text.replace(/[\r\n]/g, ''))
          ? 'has letters that cannot be seen'
          : claim.test(plain(text))
            ? 'promises what a theme cannot know'
            : ''
        return problem ? [{ rule: 'claim', path, problem, mend: 'Say how the theme looks, and nothing else.' }] : []
      })
    },
  },
]
