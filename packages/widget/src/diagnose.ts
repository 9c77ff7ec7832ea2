// Words for the shop's developer. A chunk of its own: a page without mistakes never downloads it.
import { nearestName } from './nearest-name.js'
import type { Warn } from './warn.js'

const expected: Readonly<Record<string, string>> = {
  backend: 'an http or https address',
  site: 'up to 64 letters, digits, dots and hyphens',
  theme: "a skin's name or a theme",
  scheme: 'auto, light or dark',
  accent: 'a colour like #1c5a4a',
  side: 'left or right',
  locale: 'a language tag like en or de-AT',
  title: 'up to 80 characters',
  mailto: 'an e-mail address',
  phone: 'a telephone number',
  context: 'the selector of a script with one JSON object of short texts',
  facts: 'an object of short texts',
  adapter: 'an adapter',
  flow: 'a flow, or a function that loads one',
  opening: 'an opening',
}

/** Says that nothing has this name, and which one was probably meant. */
export function unknownName(kind: 'option' | 'method' | 'theme', name: string, known: readonly string[], warn: Warn): void {
  const near = nearestName(name, known)
  warn(
    `There is no ${kind} "${name.slice(0, 80)}".${near ? ` Did you mean "${near}"?` : ` The ${kind}s are ${known.join(', ')}.`}`,
  )
}

/** Says what an option should have been. */
export function unfitOption(name: string, warn: Warn): void {
  warn(`The option "${name}" should be ${expected[name]}. It is left out.`)
}

/** Says that a value of a theme was left out. */
export function unfitTheme(path: string, warn: Warn): void {
  warn(`The theme's ${path} does not fit and is left out. checkTheme() of @shopbell/themes says how to mend it.`)
}
