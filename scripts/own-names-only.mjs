/**
 * The bundler's own helper goes through all names of an object, those too that a page has given to every object, and fails there: then
 * no part that needs the helper would ever load.
 */
export const ownNamesOnly = {
  name: 'own-names-only',
  renderChunk(code, { name }) {
    if (name !== 'rolldown-runtime') return undefined
    const own = code.replace(/for\s*\((?:var|let) (\w+) in (\w+)\)/, 'for(let $1 of Object.keys($2))')
    if (own === code) throw new Error('The bundler’s helper has changed: see whether it still takes inherited names.')
    return own
  },
}
