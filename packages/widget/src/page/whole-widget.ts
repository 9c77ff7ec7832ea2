import type { Mounted, Widget } from '../widget.js'
import { laterNames } from './method-names.js'

/** A chat with all its methods by their names, for whoever has it in hand. The page's global knows them by the loader. */
export function wholeWidget({ later, again: _, ...mounted }: Mounted): Widget {
  const rest = laterNames.map((name) => [name, (...given: readonly unknown[]) => later(name, given)] as const)
  return {
    ...mounted,
    ...Object.fromEntries(rest),
  } as Widget
}
