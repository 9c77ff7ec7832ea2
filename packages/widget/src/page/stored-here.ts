/** What a chat keeps in a browser beside the conversation itself, by the ends of the names of its entries. */
export const ENTRIES = ['resume', 'openings', 'view', 'sound', 'notify'] as const

/** One kind of entry. `view` is in the tab's own storage, the others are the browser's. */
export type StoredEntry = (typeof ENTRIES)[number]

const placeOf = (entry: StoredEntry): Storage => (entry === 'view' ? sessionStorage : localStorage)

/** Which of them are there for `site`. A browser that forbids storage has none. */
export function storedHere(site: string): readonly StoredEntry[] {
  return ENTRIES.filter((entry) => readEntry(site, entry) !== null)
}

/** What an entry holds, or `null`. */
export function readEntry(site: string, entry: StoredEntry): string | null {
  try {
    return placeOf(entry).getItem(`shopbell:${site}:${entry}`)
  } catch {
    return null
  }
}

/** Writes an entry, or takes it away. Where that is forbidden, it is forgotten with the page. */
export function writeEntry(site: string, entry: StoredEntry, value: string | null): void {
  try {
    if (value === null) placeOf(entry).removeItem(`shopbell:${site}:${entry}`)
    else placeOf(entry).setItem(`shopbell:${site}:${entry}`, value)
  } catch {
    // Nothing can be kept here.
  }
}

/** Takes all of them away. */
export function forgetHere(site: string): void {
  for (const entry of ENTRIES) writeEntry(site, entry, null)
}
