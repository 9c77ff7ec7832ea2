import { type HostileTheme, named } from './hostile-theme.errors.js'

export const hostile: HostileTheme = {
  id: 'H08',
  tries: 'to let the shop’s page shine through what is written',
  theme: { ...named, light: { surface: '#faf7f2aa' } },
  finds: [['translucent', 'light.surface']],
}
