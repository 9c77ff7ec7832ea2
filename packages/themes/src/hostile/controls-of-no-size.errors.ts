import { type HostileTheme, named } from './hostile-theme.errors.js'

export const hostile: HostileTheme = {
  id: 'H04',
  tries: 'to make a control too small to hit, and another as large as the window',
  theme: { ...named, parts: { launcher: { size: 0 }, 'quick-replies': { size: 5_000 } } },
  finds: [
    ['size', 'parts.launcher.size'],
    ['size', 'parts.quick-replies.size'],
  ],
}
