/** Which openings a visitor has been shown. */
export interface SeenOpenings {
  has(id: string): boolean
  /** Called once it is on the screen, and not before: until then nothing is stored. */
  add(id: string): void
}

// More are forgotten from the oldest on; a flow has ten.
const MOST = 50

// For browsers that keep nothing, as long as the page lives.
const remembered = new Map<string, readonly string[]>()

/** Those of `site` in this browser, in one small entry: `shopbell:<site>:openings`. */
export function seenOpenings(site: string): SeenOpenings {
  const name = `shopbell:${site}:openings`
  const read = (): readonly string[] => [...(remembered.get(name) ?? []), ...readStored(name)]
  return {
    has: (id) => read().includes(id),
    add(id) {
      const ids = [...new Set([...read(), id])].slice(-MOST)
      try {
        localStorage.setItem(name, JSON.stringify(ids))
      } catch {
        // Storage is forbidden or full: it is known until the page goes.
        remembered.set(name, ids)
      }
    },
  }
}

function readStored(name: string): readonly string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(name) ?? '[]')
    return Array.isArray(stored) ? stored.filter((id): id is string => typeof id === 'string').slice(-MOST) : []
  } catch {
    return []
  }
}
