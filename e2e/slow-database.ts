import type { Page } from 'playwright'

/** The first database of each page that is loaded from now on is open `ms` milliseconds late, as on a phone that has much to do. */
export const slowDatabase = (page: Page, ms: number) =>
  page.addInitScript((ms) => {
    const open = IDBFactory.prototype.open
    IDBFactory.prototype.open = function (...name) {
      IDBFactory.prototype.open = open
      const opening = open.apply(this, name)
      for (const type of ['success', 'error'])
        Object.defineProperty(opening, `on${type}`, {
          set: (heard: EventListener) => opening.addEventListener(type, (event) => setTimeout(() => heard(event), ms)),
        })
      return opening
    }
  }, ms)

/** Everything that is written to the databases of the pages that are loaded from now on is said to be done `ms` milliseconds late. */
export const slowWrites = (page: Page, ms: number) =>
  page.addInitScript((ms) => {
    Object.defineProperty(IDBTransaction.prototype, 'oncomplete', {
      set(heard: EventListener) {
        this.addEventListener('complete', (event: Event) => setTimeout(() => heard(event), ms))
      },
    })
  }, ms)
