import { type HostileTheme, named } from './hostile-theme.errors.js'

export const hostile: HostileTheme = {
  id: 'H06',
  tries: 'to be read by a contract that it was not written for',
  theme: { ...named, version: 2, radius: 'round' },
  finds: [['version', '']],
}
