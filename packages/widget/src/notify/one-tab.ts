/** How long a tab keeps the word for itself, in milliseconds: longer than the others need to hear of the same answer. */
const HOLDS = 5_000
/** How long a tab that nobody looks at lets the others go first, in milliseconds. */
const AFTER_YOU = 300

/** Calls `work` in one of the tabs that want to say the same thing, `name`: in one that is looked at, if there is such a one. */
export async function inOneTab(name: string, work: () => void): Promise<void> {
  if (document.hidden) await new Promise((resolve) => setTimeout(resolve, AFTER_YOU))
  // Where there are no locks, only the tab that is looked at speaks.
  if (!navigator.locks) return document.hidden ? undefined : work()
  await navigator.locks
    .request(name, { ifAvailable: true }, async (lock) => {
      if (!lock) return
      work()
      await new Promise((resolve) => setTimeout(resolve, HOLDS))
    })
    .catch(() => undefined)
}
