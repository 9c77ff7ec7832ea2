// What could not be loaded is tried again, at the latest after this many milliseconds.
const LONGEST_RETRY = 15_000

/**
 * Loads a part, however often it takes: what the shopper has done meanwhile waits, and nothing of it is lost. `pause` waits for
 * that many milliseconds; where it rejects, nobody waits any more.
 */
export async function insist<Part>(load: () => Promise<Part>, pause: (ms: number) => Promise<void>): Promise<Part> {
  for (let ms = 500; ; ms = Math.min(2 * ms, LONGEST_RETRY)) {
    try {
      return await load()
    } catch {
      await pause(ms)
    }
  }
}
