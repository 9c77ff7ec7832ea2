import { brotliCompressSync } from 'node:zlib'
import { minify } from 'terser'

const CORE = /\/packages\/core\/src\//

/** What of core a shopper has downloaded by then, by what it is for. */
const MOMENTS = {
  'core, until the greeting': ['greeting'],
  'core, in a whole conversation about an order': ['greeting', 'answer', 'orders'],
  'core, in a whole conversation about an article': ['greeting', 'answer', 'articles'],
}

/**
 * How large core is alone, in brotli bytes: its modules as they stand in the chunks, put together, minified and compressed as one.
 * In the files they share names and words with the widget's, so these figures say how core grows, not what is saved without it.
 */
export async function coreSizes(chunks) {
  const sizes = {}
  for (const [moment, steps] of Object.entries(MOMENTS))
    sizes[moment] = await sizeOf(chunks.filter(({ step }) => steps.includes(step)))
  return sizes
}

async function sizeOf(chunks) {
  // A block each, since two files may use one name for two things.
  const blocks = chunks.map(({ chunk }) => {
    const modules = Object.entries(chunk.modules).filter(([id]) => CORE.test(id))
    return `{${modules.map(([, { code }]) => code ?? '').join('\n')}}`
  })
  const { code } = await minify(blocks.join('\n'), {
    module: true,
    compress: { unused: false, dead_code: false, side_effects: false, toplevel: false, lhs_constants: false },
    mangle: { toplevel: true },
  })
  return brotliCompressSync(code).length
}
