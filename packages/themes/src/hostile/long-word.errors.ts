import { type HostileTheme, named } from './hostile-theme.errors.js'

export const hostile: HostileTheme = {
  id: 'H06',
  tries: 'to be judged for a minute, with a word that almost is a function',
  theme: { ...named, light: { accent: 'a'.repeat(60_000) }, radius: '-'.repeat(3_000) },
  finds: [
    ['smuggled', 'radius'],
    ['value', 'light.accent'],
  ],
}
