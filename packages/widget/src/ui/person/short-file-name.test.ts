import { expect, test } from 'vitest'
import { shortFileName } from './short-file-name.js'

test.each([
  ['broken pot.jpg', 'broken pot.jpg'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\pictures\\pot.png', 'pot.png'],
  ['', ''],
])('%j is shown as %j', (name, shown) => {
  expect(shortFileName(name)).toBe(shown)
})

test('a long name keeps its beginning and its ending', () => {
  const shown = shortFileName(`${'a'.repeat(4000)}.exe.png`)
  expect(shown).toHaveLength(32)
  expect(shown).toMatch(/^aaaa.*….*\.exe\.png$/)
})
