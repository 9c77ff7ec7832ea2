/**
 * The one small mark that tells a page view whether this shopper left something here: `open` while a person or a ticket is
 * called (then the page reconnects at once), `story` while only the bot was talked to (then the story comes back with the first
 * tap), nothing otherwise. The loader reads it too, so the name and `open` are spelled out there once more.
 */
export interface ResumeKey {
  read(): 'open' | 'story' | null
  write(value: 'open' | 'story' | null): void
}

/** The mark of `site` in this browser. A browser that keeps nothing answers `null`. */
export function resumeKey(site: string): ResumeKey {
  const name = `shopbell:${site}:resume`
  return {
    read() {
      try {
        const value = localStorage.getItem(name)
        return value === 'open' || value === 'story' ? value : null
      } catch {
        return null
      }
    },
    write(value) {
      try {
        if (value) localStorage.setItem(name, value)
        else {
          localStorage.removeItem(name)
          // What was typed and not sent goes with the rest.
          sessionStorage.removeItem(`shopbell:${site}:view`)
        }
      } catch {
        // Storage is forbidden or full. The conversation goes on without being found again after a reload.
      }
    },
  }
}
