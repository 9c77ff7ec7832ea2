import type { HostileTheme } from './hostile-theme.errors.js'

export const hostile: HostileTheme = {
  id: 'H09',
  tries: 'nothing, and is merely written in a hurry',
  theme: {
    name: 'gift',
    light: { acent: '#123456', accent: 'teal' },
    dark: 'same',
    radius: 4,
    font: 'Papyrus',
    parts: { launcher: { size: '60px' } },
  },
  finds: [
    ['description', 'description'],
    ['unknown', 'light.acent'],
    ['shape', 'dark'],
    ['size', 'parts.launcher.size'],
    ['value', 'radius'],
    ['value', 'font'],
    ['value', 'light.accent'],
  ],
}
