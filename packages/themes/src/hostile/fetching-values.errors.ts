import { type HostileTheme, named } from './hostile-theme.errors.js'

const light = {
  accent: 'url(https://evil.example/a)',
  onAccent: 'URL ( //evil.example )',
  surface: 'image-set("https://evil.example/b" 1x)',
  raised: '-webkit-image-set(url(c) 1x)',
  text: 'u\\72l(https://evil.example/d)',
  quiet: 'cross-fade(url(e), red)',
  line: 'src("f")',
  outline: 'paint(g)',
  header: 'element(#h)',
  onHeader: 'ur/**/l(i)',
  good: '\uFEFFimage(j)',
  warning: 'attr(value)',
  danger: 'if(style(--x: 1): url(k))',
}

export const hostile: HostileTheme = {
  id: 'H01',
  tries: 'to fetch something by the value of a colour, in every costume',
  theme: { ...named, light },
  finds: Object.keys(light).map((token) => ['smuggled', `light.${token}`] as const),
}
