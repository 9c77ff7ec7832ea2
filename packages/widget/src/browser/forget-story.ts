import type { ResumeKey } from './resume-key.js'

/** Another thing for each shopper who leaves, by site: what was still being written for them on this page is written no more. */
export const left: Record<string, object> = {}

/**
 * Takes away what is stored of this shopper, without the code that reads it: whoever logs out must not wait for a download. The
 * names are those of `durable-store.ts`. It looks also where no mark says that there is something: a shop's logout may have emptied
 * `localStorage` by then, or it never took the mark. A database that is not there does not come to be.
 */
export async function forgetStory(site: string, resume: ResumeKey): Promise<void> {
  left[site] = {}
  try {
    await emptied(indexedDB.open(`shopbell:${site}`))
  } catch {
    // Storage is forbidden, so there is nothing in it.
  }
  // At last, since the other tabs look when it goes, and must find nothing.
  resume.write(null)
}

/** Emptied and not deleted: a deletion would wait for the other tabs to close, and hold up whoever opens it next. */
const emptied = (opening: IDBOpenDBRequest): Promise<unknown> =>
  new Promise((resolve) => {
    // Some browsers never answer when they forbid it.
    setTimeout(resolve, 1_000)
    // It did not exist, and must not come to be by being looked for.
    opening.onupgradeneeded = () => opening.transaction?.abort()
    opening.onerror = resolve
    opening.onsuccess = () => {
      const database = opening.result
      const change = database.transaction('conversation', 'readwrite')
      change.objectStore('conversation').clear()
      // What has begun is still done.
      database.close()
      change.oncomplete = change.onabort = resolve
    }
  })
