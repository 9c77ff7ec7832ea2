import type { AnyShopper } from './people.js'
import type { WebkitPage } from './webkit.js'

const PATIENCE = 15_000

// Runs in the page: finds what a shopper can see and reach inside the chat.
const FINDERS = `
  const root = document.querySelector('shopbell-chat').shadowRoot
  const seen = (element) => element.getClientRects().length > 0 && !element.closest('[inert]')
  // A button's own label, or what is in it: the labels of pictures, and words.
  const inside = (element) => [...element.querySelectorAll('[aria-label]')].map((each) => each.getAttribute('aria-label')).join(' ') + element.textContent
  const nameOf = (element) => (element.getAttribute('aria-label') ?? inside(element)).trim()
  const all = (selector) => [...root.querySelectorAll(selector)].filter(seen)
`

/** A new visitor in WebKit, which Playwright cannot drive here: the same words, by scripts in the page. */
export async function newWebkitShopper(page: WebkitPage, url: string): Promise<AnyShopper> {
  await page.goto(url)

  /** Tries until the script answers something true. */
  async function until(what: string, script: string): Promise<void> {
    const deadline = Date.now() + PATIENCE
    while (Date.now() < deadline) {
      if (await page.evaluate(`if (!document.querySelector('shopbell-chat')?.shadowRoot) return false; ${FINDERS} ${script}`))
        return
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new Error(`${what}: not within ${PATIENCE} ms`)
  }

  const press = (words: string) =>
    until(
      `a button “${words}”`,
      `const button = all('button').findLast((each) => nameOf(each).startsWith(${JSON.stringify(words)}))
       button?.click()
       return Boolean(button)`,
    )
  const type = (what: string, find: string, value: string) =>
    until(
      what,
      `const input = ${find}
       if (!input) return false
       const prototype = input instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype
       input.focus()
       Object.getOwnPropertyDescriptor(prototype, 'value').set.call(input, ${JSON.stringify(value)})
       input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
       return true`,
    )

  return {
    ring: () => press('Open chat'),
    tap: press,
    async fill(fields) {
      for (const [label, value] of Object.entries(fields)) {
        await type(
          label,
          `root.getElementById(all('label').find((each) => each.textContent.includes(${JSON.stringify(label)}))?.htmlFor)`,
          value,
        )
      }
    },
    async write(text) {
      await type('the composer', `all('textarea').at(-1)`, text)
      await press('Send')
    },
    reads: (words) => {
      const pattern = typeof words === 'string' ? words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : words.source
      return until(
        `the words ${pattern}`,
        `return all('[part~="panel"]').some((each) => new RegExp(${JSON.stringify(pattern)}, 'm').test(each.innerText))`,
      )
    },
    async rate(score) {
      await until(
        score,
        `const radio = [...root.querySelectorAll('input[type=radio]')].find((each) => (each.getAttribute('aria-label') ?? each.closest('label')?.textContent ?? '').includes(${JSON.stringify(score)}))
         radio?.click()
         return Boolean(radio)`,
      )
      await press('Send rating')
    },
    leave: () => page.close(),
  }
}
