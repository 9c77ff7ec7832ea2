import { type HostileTheme, named } from './hostile-theme.errors.js'

const light: Record<string, unknown> = {}
light['accent'] = light

export const hostile: HostileTheme = {
  id: 'H06',
  tries: 'to go in circles',
  theme: { ...named, light },
  finds: [['crowd', '']],
}
