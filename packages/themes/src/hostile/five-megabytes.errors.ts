import type { HostileTheme } from './hostile-theme.errors.js'

export const hostile: HostileTheme = {
  id: 'H06',
  tries: 'to be five megabytes long',
  theme: `{"name":"gift","description":"${'x'.repeat(5_000_000)}"}`,
  finds: [['crowd', '']],
}
