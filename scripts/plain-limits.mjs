/** Writes each limit as the number that it is: the bundler does so with constants by themselves, and not with those of an object. */
export const plainLimits = {
  name: 'plain-limits',
  transform: {
    filter: { id: /\/packages\/\w+\/src\/.*\.tsx?(\?\w+)?$/ },
    async handler(code) {
      if (!/\bimport\b[^;]*\b(OPENING_)?LIMITS\b/.test(code)) return undefined
      const { LIMITS } = await import(new URL('../packages/core/dist/limits.js', import.meta.url).href)
      return code.replace(/\b(?:OPENING_)?LIMITS\.(\w+)/g, (_, name) => {
        if (typeof LIMITS[name] !== 'number') throw new Error(`There is no limit "${name}".`)
        return LIMITS[name]
      })
    },
  },
}
