import type { Capability, Choice, Opening } from './flow.js'

/** The choices that a shop with these capabilities can keep. */
export function fitting(options: readonly Choice[], has: ReadonlySet<Capability>): readonly Choice[] {
  return options.filter(({ needs }) => !needs || has.has(needs))
}

/** The opening as a shop with these capabilities can keep it: options that need what is not there are left out. */
export function fitOpening<O extends Opening>(opening: O, has: ReadonlySet<Capability>): O {
  return { ...opening, greeting: { ...opening.greeting, options: fitting(opening.greeting.options, has) } }
}
