/** Plays the shopper in a chat that was mounted on this page: finds what a shopper would tap, taps it, and waits for what comes. */
export interface Actor {
  /** Taps the first thing that fits the selector, as soon as it is there. */
  tap(selector: string): Promise<void>
  /** Writes into the fields of a form, by their names. */
  fill(fields: Readonly<Record<string, string>>): Promise<void>
  /** Chooses a picture in a field for files. */
  hands(selector: string, name: string, picture: HTMLCanvasElement): Promise<void>
  /** Waits until something that fits is shown. */
  sees(selector: string): Promise<Element>
}

/** A scene that has not got here after this many milliseconds shows what it has. */
const PATIENCE = 15_000

/** Somebody who acts in the chat of `host`. */
export function createActor(host: Element): Actor {
  const sees = (selector: string) =>
    new Promise<Element>((resolve, reject) => {
      const began = performance.now()
      const look = () => {
        const found = host.shadowRoot?.querySelector(selector)
        if (found) resolve(found)
        else if (performance.now() - began > PATIENCE) reject(new Error(`There is no ${selector} in the chat.`))
        else setTimeout(look, 20)
      }
      look()
    })
  return {
    sees,
    async tap(selector) {
      const found = await sees(selector)
      if (found instanceof HTMLElement) found.click()
    },
    async hands(selector, name, picture) {
      const [field, bytes] = await Promise.all([sees(selector), new Promise<Blob | null>((done) => picture.toBlob(done))])
      if (!(field instanceof HTMLInputElement) || !bytes) return
      const chosen = new DataTransfer()
      chosen.items.add(new File([bytes], name, { type: bytes.type }))
      field.files = chosen.files
      field.dispatchEvent(new Event('change', { bubbles: true }))
    },
    async fill(fields) {
      for (const [name, value] of Object.entries(fields)) {
        const field = await sees(`[name="${name}"]`)
        if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) continue
        field.value = value
        field.dispatchEvent(new InputEvent('input', { bubbles: true }))
      }
    },
  }
}
