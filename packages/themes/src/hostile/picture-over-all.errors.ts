import { type HostileTheme, named } from './hostile-theme.errors.js'

export const hostile: HostileTheme = {
  id: 'H07',
  tries: 'to draw over everything, and to draw nothing',
  theme: { ...named, images: { logo: { path: 'M-90 -90h99v99z' }, launcher: { path: 'M12 12h1v1z' } } },
  finds: [
    ['extent', 'images.logo'],
    ['extent', 'images.launcher'],
  ],
}
