import { type HostileTheme, named } from './hostile-theme.errors.js'

export const hostile: HostileTheme = {
  id: 'H06',
  tries: 'to have ten thousand tokens',
  theme: { ...named, light: Object.fromEntries(Array.from({ length: 10_000 }, (_, nth) => [`accent${nth}`, '#123456'])) },
  finds: [['crowd', '']],
}
