import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'
import { minify } from 'terser'

/** Stand for the variables of the loader until they have names: letters that nothing else in it is written in. */
const VARIABLE = /[\u4e00-\u9fff]/g
const FIRST_VARIABLE = 0x4e00
/** How often two change places. */
const ROUNDS = 250
const compressed = promisify(brotliCompress)

/**
 * The loader, as small as it gets. Which letters its variables are called by is chance to a compressor, and makes a difference of one per
 * cent: so two of them change places as long as that makes it smaller, in an order that is the same at every build.
 */
export async function withSmallestNames(code) {
  const { code: open } = await minify(code, {
    ecma: 2020,
    compress: {
      passes: 4,
      unsafe_arrows: true,
      unsafe_methods: true,
      keep_fargs: false,
      booleans_as_integers: true,
      lhs_constants: false,
    },
    mangle: { nth_identifier: { get: (n) => String.fromCharCode(FIRST_VARIABLE + n) } },
    format: { quote_style: 1 },
  })
  const named = (names) => open.replace(VARIABLE, (variable) => names[variable.charCodeAt(0) - FIRST_VARIABLE])
  const weight = async (names) => (await compressed(named(names))).length
  const variables = new Set(open.match(VARIABLE)).size
  const often = (letter) => open.split(letter).length
  const letters = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ$_'].sort((a, b) => often(b) - often(a))
  if (variables > letters.length) throw new Error('The loader has more variables than there are letters.')
  /** What swapping leads to from there. */
  const descend = async (start) => {
    let names = [...letters.slice(start), ...letters.slice(0, start)]
    let least = await weight(names)
    for (let round = 0; round < ROUNDS; round++) {
      const [one, other] = createHash('sha256').update(`${start} ${round}`).digest()
      const next = [...names]
      const from = one % variables
      const to = other % letters.length
      next[from] = names[to]
      next[to] = names[from]
      const bytes = await weight(next)
      if (bytes > least) continue
      least = bytes
      names = next
    }
    return { names, least }
  }
  // From the letters that are frequent anyway, and some times anew, since no way leads down from everywhere. Side by side, as each takes seconds.
  const found = await Promise.all([0, 1, 2, 3].map((start) => descend(start)))
  const best = found.reduce((one, other) => (other.least <= one.least ? other : one))
  return named(best.names)
}
