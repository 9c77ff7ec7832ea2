import { type HostileTheme, named } from './hostile-theme.errors.js'

export const hostile: HostileTheme = {
  id: 'H04',
  tries: 'to blot out who is speaking and what has failed with a pattern',
  theme: {
    ...named,
    pattern: 'checks',
    light: { surface: '#ffffff', raised: '#ffffff', text: '#000000', quiet: '#767676', danger: '#d60000', line: '#000000' },
  },
  finds: [
    ['contrast', 'light.accent'],
    ['contrast', 'light.danger'],
    ['contrast', 'light.good'],
    ['contrast', 'light.outline'],
    ['contrast', 'light.quiet'],
    ['contrast', 'light.quiet'],
    ['contrast', 'light.text'],
    ['contrast', 'light.text'],
    ['contrast', 'light.warning'],
  ],
}
