import { type HostileTheme, named } from './hostile-theme.errors.js'

export const hostile: HostileTheme = {
  id: 'H05',
  tries: 'to say in the name of the shop what the shop does not say',
  theme: {
    ...named,
    description: 'Verified \u2714 20% refund',
    content: 'Verified \u2714 20% refund',
    parts: { message: { '::before': 'Verified', label: 'Bank' }, launcher: { badge: '1' } },
  },
  finds: [
    ['claim', 'description'],
    ['style', 'parts.message.::before'],
    ['words', 'content'],
    ['words', 'parts.launcher.badge'],
    ['words', 'parts.message.label'],
  ],
}
