import { access } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Call } from '../command.js'
import { Complaint } from '../complaint.js'
import { writeText } from '../files.js'
import type { Terminal } from '../terminal.js'

/** A whole theme that can be read by everyone, to be changed. It imports nothing, so that it can be judged and packed wherever it lies. */
const themeText = (name: string) => `// @ts-check

/**
 * Everything but the name and the description may be left out. Your editor says what each token touches.
 *
 * @type {import('@shopbell/themes').Theme}
 */
export const theme = {
  name: '${name}',
  description: 'Plum on cool paper.',
  light: { accent: '#7a2f5b', surface: '#f6f5f8', header: '#7a2f5b' },
  dark: { surface: '#17141a', raised: '#242029', header: '#242029' },
  radius: 'round',
  font: 'inherit',
  bubble: 'tinted',
}
`

const testText = (name: string) => `import assert from 'node:assert/strict'
import test from 'node:test'
import { checkTheme } from '@shopbell/themes'
import { theme } from './${name}.mjs'

test('${name} can be read by everyone, in light and dark', () => {
  assert.deepEqual(checkTheme(theme), [])
})

test('${name} is data only: JSON keeps all of it', () => {
  assert.deepEqual(JSON.parse(JSON.stringify(theme)), theme)
})
`

/** Writes a theme's one file and its test, which passes as it is. Nothing that is there is written over. */
export async function newTheme(given: readonly string[], _call: Call, { out, note }: Terminal): Promise<number> {
  const [name = '', ...more] = given
  if (more.length > 0 || !/^[a-z][a-z\d-]{0,79}$/.test(name))
    throw new Complaint('A theme has one name of lower-case words with hyphens, such as corner-shop, at most 80 characters.')
  // As modules by their names, so that they run whatever the package around them says; not `.test.mjs`, which Vitest would run.
  const files = { [`${name}.mjs`]: themeText(name), [`${name}.check.mjs`]: testText(name) }
  for (const file of Object.keys(files))
    if (await isThere(file)) throw new Complaint(`${file} is there already. Choose another name, or take it away first.`)
  for (const [file, text] of Object.entries(files)) {
    await writeText(file, text)
    out(file)
  }
  note(`Judge it with: shopbell theme check ${name}.mjs`)
  note(
    (await canTest())
      ? `Test it with: node --test ${name}.check.mjs`
      : `Its test needs @shopbell/themes, which is not installed here; docs/themes.md says how it gets here. Then: node --test ${name}.check.mjs`,
  )
  note(`Look at it in the theme studio, or wear it: mount({ …, theme })`)
  return 0
}

/** Whether the test would find what it imports, from the folder it was written to and those above: where modules look. */
async function canTest(folder = process.cwd()): Promise<boolean> {
  if (await isThere(join(folder, 'node_modules/@shopbell/themes/package.json'))) return true
  return dirname(folder) !== folder && canTest(dirname(folder))
}

const isThere = (file: string): Promise<boolean> =>
  access(resolve(file)).then(
    () => true,
    () => false,
  )
