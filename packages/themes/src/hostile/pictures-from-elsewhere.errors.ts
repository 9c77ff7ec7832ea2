import { type HostileTheme, named } from './hostile-theme.errors.js'

export const hostile: HostileTheme = {
  id: 'H07',
  tries: 'to count visitors by a picture, and to show a face beside the bot’s words',
  theme: {
    ...named,
    images: {
      logo: { address: 'https://evil.example/pixel.gif?shop=1' },
      launcher: { address: 'data:image/svg+xml,<svg onload="alert(1)"/>' },
      avatar: { address: 'https://evil.example/face.jpg' },
    },
  },
  finds: [
    ['address', 'images.logo'],
    ['address', 'images.avatar'],
    ['address', 'images.launcher'],
  ],
}
