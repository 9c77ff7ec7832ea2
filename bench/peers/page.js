// What every subject's page does around it: `mount` comes from the subject's own file.

const frame = () => new Promise(requestAnimationFrame)
const treeOf = (root) => root.shadowRoot ?? root

/** What the bench calls in its page. */
export function begin(mount) {
  let subject
  const long = []
  new PerformanceObserver((list) => long.push(...list.getEntries())).observe({ type: 'longtask', buffered: true })
  let opened
  const button = document.createElement('button')
  button.textContent = 'Chat'
  button.addEventListener(
    'click',
    (event) => {
      opened = (async () => {
        subject = await mount(document.body)
        while (!treeOf(subject.root).querySelector(subject.field)?.getBoundingClientRect().height) await frame()
        await frame()
        return performance.now() - event.timeStamp
      })()
    },
    { once: true },
  )
  document.body.append(button)
  window.bench = {
    /** Milliseconds that long tasks have taken beyond 50 each. */
    blocked: () => long.reduce((sum, { duration }) => sum + duration - 50, 0),
    opened: () => opened,
    /** Hands messages over, and says how long it took to the first frame in which the last one is in the page. */
    async hand(count) {
      const messages = Array.from({ length: count }, (_, n) => ({
        id: `message-${n}`,
        own: n % 3 === 0,
        text: `Message ${n}: ${'a parcel that is on its way '.repeat(1 + (n % 5))}`,
      }))
      const began = performance.now()
      subject.hand(messages)
      do await frame()
      while (!treeOf(subject.root).textContent.includes(`Message ${count - 1}:`))
      const { port1, port2 } = new MessageChannel()
      await new Promise((resolve) => {
        port1.onmessage = resolve
        port2.postMessage(null)
      })
      return performance.now() - began
    },
  }
}
