import { type HostileTheme, named } from './hostile-theme.errors.js'

export const hostile: HostileTheme = {
  id: 'H06',
  tries: 'to be megabytes long in names, which are no values',
  theme: { ...named, light: Object.fromEntries(Array.from({ length: 30 }, (_, nth) => [`x${nth}`.padEnd(100_000, 'x'), 1])) },
  finds: [['crowd', '']],
}
