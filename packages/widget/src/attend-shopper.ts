import { keepView } from './browser/keep-view.js'
import type { Inside } from './page/inside.js'
import { diagnose } from './warn.js'

/**
 * Looks after a shopper who has written, or for whom a person was called: what is typed survives a reload, an answer is noticed, and a
 * desk that nobody has ever heard of is told to the shop's developer. The answer ends it.
 */
export function attendShopper(inside: Inside, name: string): () => void {
  const { chat, view, site, warn } = inside
  const { backend } = inside.options
  const endings = [keepView(view, name, () => inside.mayStore?.() ?? true)]
  let noticing = false
  const look = () => {
    const { status, availability, delivery } = chat.getSnapshot()
    if (backend && status === 'sending' && delivery.link === 'down' && !availability && navigator.onLine)
      diagnose(({ silentDesk }) => silentDesk(backend, site, warn))
    if (noticing || !/queued|live|ticket/.test(status)) return
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
