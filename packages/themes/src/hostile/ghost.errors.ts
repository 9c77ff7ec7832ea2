import { type HostileTheme, named } from './hostile-theme.errors.js'

export const hostile: HostileTheme = {
  id: 'H04',
  tries: 'to make the launcher white on white, with a bell of no ink',
  theme: {
    ...named,
    light: { surface: '#ffffff', raised: '#ffffff' },
    depth: 'flat',
    images: {
      launcher: { path: 'M0 0L24 24L23.99 24z' },
      logo: { path: 'M0 0h.1v.1zM24 24h-.1v-.1z' },
      avatar: { path: 'M0 0v24h24v-24zM0 0h24v24h-24z' },
    },
    parts: { launcher: { ground: 'surface', border: 'none', shadow: 'none' } },
  },
  finds: [
    ['edge', 'parts.launcher'],
    ['extent', 'images.launcher'],
    ['extent', 'images.logo'],
    ['extent', 'images.avatar'],
  ],
}
