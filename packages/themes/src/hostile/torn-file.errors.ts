import type { HostileTheme } from './hostile-theme.errors.js'

export const hostile: HostileTheme = {
  id: 'H06',
  tries: 'to be half a file',
  theme: '{"name":"gift","light":{"accent":"#12',
  finds: [['json', '']],
}
