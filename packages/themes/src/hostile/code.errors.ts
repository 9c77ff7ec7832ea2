import { type HostileTheme, named } from './hostile-theme.errors.js'

export const hostile: HostileTheme = {
  id: 'H09',
  tries: 'to run code when it is read',
  theme: {
    ...named,
    get radius(): string {
      throw new Error('A getter ran.')
    },
    light: {
      get accent(): string {
        for (;;) Math.sqrt(2)
      },
    },
  },
  finds: [
    ['computed', 'radius'],
    ['computed', 'light.accent'],
  ],
}
