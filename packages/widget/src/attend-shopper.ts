import { keepView } from './browser/keep-view.js'
import type { Inside } from './page/inside.js'

/**
 * Looks after a shopper who has written, or for whom a person was called: what is typed survives a reload, and an answer is noticed.
 * The answer ends it.
 */
export function attendShopper(inside: Inside, name: string): () => void {
  const { chat, view } = inside
  const endings = [keepView(view, name, () => inside.mayStore?.() ?? true)]
  let noticing = false
  const look = () => {
    if (noticing || !/queued|live|ticket/.test(chat.getSnapshot().status)) return
    noticing = true
    import('./notify/attend-answers.js').then(
      ({ attendAnswers }) => endings.length > 0 && endings.push(attendAnswers(inside)),
      () => {
        noticing = false
      },
    )
  }
  endings.push(chat.subscribe(look))
  look()
  return () => {
    for (const end of endings.splice(0)) end()
  }
}
