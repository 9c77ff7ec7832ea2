import type { HostileTheme } from './hostile-theme.errors.js'

export const hostile: HostileTheme = {
  id: 'H06',
  tries: 'to write to the prototype of every object',
  theme:
    '{"name":"gift","description":"A friendly theme","__proto__":{"radius":"round"},' +
    '"light":{"constructor":{"prototype":{"text":"#fff"}}},"parts":{"__proto__":{"launcher":{"size":64}}}}',
  finds: [
    ['prototype', '__proto__'],
    ['prototype', 'light.constructor'],
    ['prototype', 'parts.__proto__'],
  ],
}
