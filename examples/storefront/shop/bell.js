// The stub, as in the documentation: whatever is asked of the chat before its script has arrived waits in `q`.
window.Shopbell =
  window.Shopbell ||
  ((...call) => {
    window.Shopbell.q = window.Shopbell.q || []
    window.Shopbell.q.push(call)
  })

/** Says something to the chat, now or once it is there: `bell('open')`. */
export const bell = (...words) => window.Shopbell(...words)

/** Any button with `data-ask` opens the chat; what the attribute says is put into the composer, for the shopper to finish. */
export function answerAskButtons() {
  document.addEventListener('click', (event) => {
    const button = event.target.closest('[data-ask]')
    if (!button) return
    if (button.dataset.ask) bell('prefill', button.dataset.ask)
    bell('open')
  })
}
