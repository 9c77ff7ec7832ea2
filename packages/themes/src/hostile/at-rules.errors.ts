import { type HostileTheme, named } from './hostile-theme.errors.js'

const rules = ['@import', '@font-face', '@namespace', '@charset', '@property', '@document', 'font-face', 'css']

export const hostile: HostileTheme = {
  id: 'H01',
  tries: 'to bring rules of its own',
  theme: { ...named, ...Object.fromEntries(rules.map((rule) => [rule, 'url(https://evil.example)'])) },
  finds: rules.map((rule) => ['style', rule] as const),
}
