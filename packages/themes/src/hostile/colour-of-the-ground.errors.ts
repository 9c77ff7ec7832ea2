import { type HostileTheme, named } from './hostile-theme.errors.js'

export const hostile: HostileTheme = {
  id: 'H04',
  tries: 'to write the way to a person in the colour of its ground',
  theme: { ...named, light: { header: '#f4f4f0', onHeader: '#f4f4f1' } },
  finds: [
    ['contrast', 'light.onHeader'],
    ['contrast', 'light.onHeader'],
  ],
}
