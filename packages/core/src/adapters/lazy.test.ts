import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const source = (file: string) => fileURLToPath(new URL(`../${file}`, import.meta.url))

/** Everything that loading `file` loads with it: the files, and the packages by name. Types and `import()` load nothing. */
function loadedWith(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  if (!existsSync(file)) return seen
  const imports = readFileSync(file, 'utf8').matchAll(/^(?:import|export)(?! type\b)[^'"]*?from '([^']+)'|^import '([^']+)'/gm)
  for (const [, from, bare] of imports) {
    const name = from ?? bare ?? ''
    if (name.startsWith('.')) loadedWith(fileURLToPath(new URL(name.replace(/\.js$/, '.ts'), `file://${file}`)), seen)
    else seen.add(name)
  }
  return seen
}

test('a chat that calls nobody loads no socket, no delivery and no adapter', () => {
  const loaded = [...loadedWith(source('index.ts'))]
  expect(loaded).toContain(source('chat.ts'))
  expect(loaded.filter((name) => /socket\.io|\/live\.ts$|\/live\/|\/adapters\/|\/boundary\//.test(name))).toEqual([])
})

test('the socket adapter loads the socket library only to open', () => {
  expect([...loadedWith(source('adapters/socket-io.ts'))]).not.toContain('socket.io-client')
})

test('delivery itself loads no adapter', () => {
  const loaded = [...loadedWith(source('live.ts'))]
  expect(loaded).toContain(source('delivery/outbox.ts'))
  expect(loaded.filter((name) => name.includes('/adapters/') || !name.includes('/src/'))).toEqual([])
})
