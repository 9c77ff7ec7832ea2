import { type HostileTheme, named } from './hostile-theme.errors.js'

export const hostile: HostileTheme = {
  id: 'H08',
  tries: 'to be read by nobody, in the dark',
  theme: { ...named, dark: { quiet: '#6b6b6b' } },
  finds: [
    ['contrast', 'dark.quiet'],
    ['contrast', 'dark.quiet'],
    ['contrast', 'dark.quiet'],
  ],
}
