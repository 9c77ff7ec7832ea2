import { isObject } from './is-object.js'
import { looks } from './looks.js'
import { ownValue } from './own-value.js'
import { partValues } from './parts.js'

const colours = "{ accent: '#7a2f5b' }"

/** What a part's object may be, by the first of its properties. */
const examplesOfParts = Object.entries(partValues).map(([part, properties]) => {
  const [[property, allowed] = ['', []]] = Object.entries(properties)
  return [`parts.${part}`, `{ ${property}: ${'least' in allowed ? allowed.least : `'${allowed[0]}'`} }`] as const
})

/** Every place where an object is wanted, pictures apart, and what might stand there. */
const examples: readonly (readonly [path: string, example: string])[] = [
  ['light', colours],
  ['dark', colours],
  ['parts', '{ launcher: { size: 60 } }'],
  ...examplesOfParts,
  ['images', "{ logo: { path: 'M4 4h16v16H4z' } }"],
]

/** The places of a theme at which something stands that is not an object, each with what to write there. */
export const misshapen = (theme: unknown): readonly { readonly path: string; readonly write: string }[] =>
  examples.flatMap(([path, example]) => {
    const value = path.split('.').reduce<unknown>(ownValue, theme)
    return value === undefined || isObject(value) ? [] : [{ path, write: `${path.split('.').at(-1)}: ${example}` }]
  })

const worn = new Set(['light', 'dark', 'parts', 'images', ...Object.keys(looks)])
const told = new Set(['name', 'description', 'version'])

/** The first name in a theme that has only names which are no tokens, as a module or a list of colours has. */
export function firstStranger(theme: object): string | undefined {
  try {
    const names = Object.keys(theme).filter((name) => !told.has(name))
    return names.some((name) => worn.has(name)) ? undefined : names[0]
  } catch {
    // What cannot be looked at is not worn either.
    return undefined
  }
}
