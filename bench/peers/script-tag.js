// What the bench calls in a page that has the widget by its script tag: the same as `page.js` asks of the others.

const frame = () => new Promise(requestAnimationFrame)
const long = []
new PerformanceObserver((list) => long.push(...list.getEntries())).observe({ type: 'longtask', buffered: true })

const opened = new Promise((resolve) => {
  addEventListener(
    'click',
    async (event) => {
      const { shadowRoot } = document.querySelector('shopbell-chat')
      // It may have been drawn before, for nobody to see.
      const seen = () => shadowRoot.querySelector('[part~="quick-replies"] button')?.checkVisibility({ visibilityProperty: true })
      while (!seen()) await frame()
      await frame()
      resolve(performance.now() - event.timeStamp)
    },
    { once: true, capture: true },
  )
})

window.bench = {
  /** Milliseconds that long tasks have taken beyond 50 each. */
  blocked: () => long.reduce((sum, { duration }) => sum + duration - 50, 0),
  opened: () => opened,
}
