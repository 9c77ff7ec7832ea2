import type { Theme } from '@shopbell/themes'

/** A word that needs no quotes as a name in a file. */
const PLAIN = /^[a-z][a-z\d]*$/i

function written(value: unknown, indent: string): string {
  if (typeof value === 'string') return quoted(value)
  if (typeof value !== 'object' || value === null) return String(value)
  const inner = `${indent}  `
  const lines = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .map(([name, one]) => `${inner}${PLAIN.test(name) ? name : quoted(name)}: ${written(one, inner)},\n`)
  return lines.length === 0 ? '{}' : `{\n${lines.join('')}${indent}}`
}

const quoted = (text: string) => `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`

/** A theme as the one file that is published: what an author would have written by hand. */
export const themeFile = (theme: Theme): string =>
  `import { defineTheme } from '@shopbell/themes'\n\nexport const theme = defineTheme(${written(theme, '')})\n`
