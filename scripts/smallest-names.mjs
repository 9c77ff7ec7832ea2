import { minify } from 'terser'
import { loaderNames } from './loader-names.mjs'

/** Stand for the variables of the loader until they have names: letters that nothing else in it is written in. */
const VARIABLE = /[\u4e00-\u9fff]/g
const FIRST_VARIABLE = 0x4e00

/**
 * The loader, as small as it gets. Which letters its variables are called by is chance to a compressor, and makes a difference of one per
 * cent, so `search-names.mjs` has looked for good ones.
 */
export async function withSmallestNames(code) {
  return named(await withoutNames(code), [...loaderNames])
}

/** The loader before its variables have names, in the order in which they get them. */
export async function withoutNames(code) {
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
  return open
}

/** Gives each variable its name. */
export function named(open, names) {
  if (variablesIn(open) > names.length) throw new Error('The loader has more variables than there are letters.')
  return open.replace(VARIABLE, (variable) => names[variable.charCodeAt(0) - FIRST_VARIABLE])
}

/** How many variables there are, and so how many of the names matter. */
export function variablesIn(open) {
  return new Set(open.match(VARIABLE)).size
}
