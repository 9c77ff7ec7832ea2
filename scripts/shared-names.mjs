/**
 * How the minifier is to call within a file what other files know by a name: as they do, so that it need not be said twice, `A` and not
 * `re as A`. By the names that the bundler has given within, as terser's cache of names wants them.
 */
export function sharedNames(code) {
  const [, given = ''] = code.match(/export\s*\{([^}]*)\}/) ?? []
  // At the top, as `fetched-files.mjs` writes it; further in the same may be said of names that end with their block.
  const [, taken = ''] = code.match(/^const fetchFile\$=[^;]*;const(\{[^}]*\}|\[[^\]]*\])=await /) ?? []
  const pairs = [
    ...[...given.matchAll(/([\w$]+) as ([\w$]+)/g)].map(([, within, between]) => ({ within, between })),
    ...[...taken.matchAll(/([\w$]+):([\w$]+)/g)].map(([, between, within]) => ({ within, between })),
  ]
  const names = new Map()
  // One letter may be given and taken for different things; what is said of something else, such as the page's own, stays its name.
  for (const { within, between } of pairs)
    if (![...names.values()].includes(between) && (between.length < 3 || !isSaid(between, code))) names.set(`$${within}`, between)
  return Object.fromEntries(names)
}

/** Whether the name stands for something in there by itself, and is not a property's, or one between files. */
function isSaid(name, code) {
  return new RegExp(`(?<![\\w$.]|as )${name}(?![\\w$:])`).test(code)
}
