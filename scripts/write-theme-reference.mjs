import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { runTypescript } from './run-typescript.mjs'

// Writes the reference in docs/themes.md, between its marks, from the contract's types and tables: `node scripts/write-theme-reference.mjs`.

const themes = new URL('../packages/themes/src/', import.meta.url)
export const guide = fileURLToPath(new URL('../docs/themes.md', import.meta.url))
const MARK = '<!-- reference -->'

const code = (word) => `\`${word}\``
const list = (words) => words.map(code).join(', ')

/** The doc comment above each property in a source, without its tags, by the property's name; the last of one name wins. */
function comments(file, interfaceName) {
  const source = readFileSync(new URL(file, themes), 'utf8')
  const [body = ''] = source.match(new RegExp(`interface ${interfaceName}\\b[^]*?\\n}`)) ?? []
  const found = body.matchAll(/\/\*\*((?:[^*]|\*(?!\/))*)\*\/\s*readonly '?([\w-]+)'?/g)
  return Object.fromEntries([...found].map(([, text, name]) => [name, plain(text)]))
}

const plain = (text) =>
  text
    .replace(/^\s*\*\s?/gm, ' ')
    .replace(/@default[^\n]*/g, '')
    .replace(/\s+/g, ' ')
    .trim()

const table = (head, rows) => [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

const valuesOf = (allowed) => ('least' in allowed ? `a number from ${allowed.least} to ${allowed.most}` : list(allowed))

const pairIn = ({ ground, over, tints = [] }) =>
  [
    code(ground),
    ...(over ? [`over ${code(over)}`] : []),
    ...tints.map(({ of, share }, nth) => `${nth ? 'and' : 'with'} ${Math.round(share * 100)} % of ${code(of)}`),
  ].join(' ')

/** The reference as Markdown, from what the contract exports. */
export function themeReference({ base, looks, partValues, pictureSizes, pairs }) {
  const palette = comments('theme.ts', 'Palette')
  const choices = comments('theme.ts', 'Choices')
  const parts = comments('parts.ts', 'Parts')
  const images = comments('images.ts', 'Images')
  return [
    '### Colours',
    'Written `#rgb`, `#rrggbb` or `#rrggbbaa`, once under `light` and once under `dark`.',
    table(
      ['Token', 'For', '`counter`, light', '`counter`, dark'],
      Object.keys(base.light).map((token) => [code(token), palette[token], code(base.light[token]), code(base.dark[token])]),
    ),
    '### Choices',
    'They stand beside `light` and `dark`.',
    table(
      ['Token', 'For', 'Values', '`counter`'],
      Object.keys(looks).map((choice) => [code(choice), choices[choice], list(Object.keys(looks[choice])), code(base[choice])]),
    ),
    '### Parts',
    "Under `parts`, by the part's name: `parts: { composer: { corners: 'none' } }`.",
    table(
      ['Part', 'Property', 'Values'],
      Object.entries(partValues).flatMap(([part, properties]) =>
        Object.entries(properties).map(([property, allowed]) => [code(part), code(property), valuesOf(allowed)]),
      ),
    ),
    Object.entries(parts)
      .filter(([name]) => name in partValues)
      .map(([name, text]) => `* ${code(name)}: ${text}`)
      .join('\n'),
    '### Pictures',
    "Under `images`: `images: { logo: { path: 'M4 4h16v16H4z' } }`.",
    table(
      ['Picture', 'Where', 'px'],
      Object.keys(pictureSizes).map((picture) => [code(picture), images[picture], String(pictureSizes[picture])]),
    ),
    '### What must be readable',
    'Ratios of WCAG 2.2 in light and dark. A translucent ink is judged as the eye sees it, laid over its ground.',
    table(
      ['Ink', 'On', 'State', 'At least'],
      pairs.map((pair) => [code(pair.ink), pairIn(pair), pair.state, `${pair.least}:1`]),
    ),
  ].join('\n\n')
}

/** The guide with this reference between its marks. */
export function withReference(text, reference) {
  const [before, , after] = text.split(MARK)
  if (after === undefined) throw new Error(`docs/themes.md needs two ${MARK} marks, around the reference.`)
  return `${before}${MARK}\n\n${reference}\n\n${MARK}${after}`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { contract } = await runTypescript('packages/themes/src/contract.ts')
  writeFileSync(guide, withReference(readFileSync(guide, 'utf8'), themeReference(contract)))
}
