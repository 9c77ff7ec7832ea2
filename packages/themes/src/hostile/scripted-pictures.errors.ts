import { type HostileTheme, named } from './hostile-theme.errors.js'

export const hostile: HostileTheme = {
  id: 'H07',
  tries: 'to run a script in a picture',
  theme: {
    ...named,
    images: {
      logo: { path: '<svg><script>alert(1)</script><foreignObject/></svg>' },
      avatar: { path: 'M0 0h24");} *{display:none}' },
      launcher: '<image href="https://evil.example/a"/>',
    },
  },
  finds: [
    ['path', 'images.logo'],
    ['path', 'images.avatar'],
    ['path', 'images.launcher'],
  ],
}
