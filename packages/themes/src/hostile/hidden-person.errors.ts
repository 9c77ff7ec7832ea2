import { type HostileTheme, named } from './hostile-theme.errors.js'

const gone = { size: 0 }

export const hostile: HostileTheme = {
  id: 'H04',
  tries: 'to hide the way to a person, close, failures, who is speaking and privacy',
  theme: {
    ...named,
    parts: {
      person: gone,
      close: gone,
      notices: gone,
      author: gone,
      privacy: gone,
      header: { opacity: 0, 'clip-path': 'inset(50%)', 'z-index': -1 },
    },
  },
  finds: [
    ['protected', 'parts.person'],
    ['protected', 'parts.close'],
    ['protected', 'parts.notices'],
    ['protected', 'parts.author'],
    ['protected', 'parts.privacy'],
    ['protected', 'parts.header.opacity'],
    ['protected', 'parts.header.clip-path'],
    ['protected', 'parts.header.z-index'],
  ],
}
