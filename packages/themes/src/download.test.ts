import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'vite'
import { expect, test } from 'vitest'

const index = fileURLToPath(new URL('./index.ts', import.meta.url))

/** Names of this package as they arrive in a shopper's browser: bundled and minified, with nothing else. */
async function bundle(names: string): Promise<string> {
  const entry = 'virtual:entry'
  const built = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) => (id === entry ? `export { ${names} } from ${JSON.stringify(index)}` : undefined),
      },
    ],
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: { input: entry, preserveEntrySignatures: 'strict' },
    },
  })
  if (!('output' in built)) throw new Error('Vite answered with something other than one build.')
  return built.output.map((file) => (file.type === 'chunk' ? file.code : '')).join('')
}

// Only where a shop brings a theme of its own. Who wears a shipped skin, or sets an accent, downloads none of it.
test('settling, compiling and the base theme are at most 4 kB of the download', async () => {
  const code = await bundle('compileTheme, counter, resolveTheme')
  expect(brotliCompressSync(code).length).toBeLessThanOrEqual(4_000)
})

test('nothing of the checker is in that download', async () => {
  const words = ['has a contrast of', 'is not a token', 'Did you mean']
  const [shopper, author] = [await bundle('compileTheme, counter, resolveTheme'), await bundle('checkTheme')]
  for (const word of words) {
    expect(author).toContain(word)
    expect(shopper).not.toContain(word)
  }
})
