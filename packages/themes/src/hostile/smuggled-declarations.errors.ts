import { type HostileTheme, named } from './hostile-theme.errors.js'

export const hostile: HostileTheme = {
  id: 'H03',
  tries: 'to end a declaration and begin another',
  theme: {
    ...named,
    light: { accent: 'red;} *{display:none', text: '#fff}</style><script>alert(1)</script>' },
    dark: { accent: 'expression(alert(1))', text: 'red;-moz-binding:url(x)' },
    radius: '4px;behavior:url(x)',
    depth: '0 0 0 100vmax #fff; --x: {}',
    parts: { header: { border: 'none !important' } },
  },
  finds: [
    ['smuggled', 'radius'],
    ['smuggled', 'depth'],
    ['smuggled', 'light.accent'],
    ['smuggled', 'light.text'],
    ['smuggled', 'dark.accent'],
    ['smuggled', 'dark.text'],
    ['smuggled', 'parts.header.border'],
  ],
}
