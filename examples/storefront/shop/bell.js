// The stub, as in the documentation: whatever is asked of the chat before its script has arrived waits in `q`.
window.Shopbell =
  window.Shopbell ||
  ((...call) => {
    window.Shopbell.q = window.Shopbell.q || []
    window.Shopbell.q.push(call)
  })

/** Says something to the chat, now or once it is there: `bell('open')`. */
export const bell = (...words) => window.Shopbell(...words)

/** Any button with `data-ask` opens the chat. What the attribute says stands in the composer then, for the shopper to finish. */
export function answerAskButtons() {
  document.addEventListener('click', (event) => {
    const words = event.target.closest('[data-ask]')?.dataset.ask
    if (words === undefined) return
    if (words) bell('prefill', words)
    else bell('open')
  })
}
