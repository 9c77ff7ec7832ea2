import { type HostileTheme, named } from './hostile-theme.errors.js'

export const hostile: HostileTheme = {
  id: 'H05',
  tries: 'to be listed under a name that reads as another',
  theme: { ...named, name: 'c\u043Eunter', description: 'by \u202Ellebpohs' },
  finds: [
    ['name', 'name'],
    ['claim', 'description'],
  ],
}
