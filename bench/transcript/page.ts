import { mount as ours } from './ours.js'
import { type Subject, talk } from './subject.js'
import { mount as vanilla } from './vanilla.js'
import { mount as windowed } from './windowed.js'

const mounts = { ours, windowed, vanilla }
let subject: Subject

const frame = () => new Promise(requestAnimationFrame)

/** What the bench calls in its page. */
const bench = {
  async mount(name: keyof typeof mounts): Promise<void> {
    subject = await mounts[name](document.body)
    await frame()
  },
  /** How long it takes, in milliseconds, to the end of the first frame in which the last one is in the page. */
  async hand(count: number): Promise<number> {
    const from = Number(subject.list.getAttribute('data-handed') ?? 0)
    const messages = talk(count, from)
    subject.list.setAttribute('data-handed', String(from + count))
    const last = `Message ${from + count - 1}:`
    const began = performance.now()
    subject.hand(messages)
    do await frame()
    while (!subject.shows(last))
    // The frame ends after its callbacks.
    const { port1, port2 } = new MessageChannel()
    await new Promise((resolve) => {
      port1.onmessage = resolve
      port2.postMessage(null)
    })
    return performance.now() - began
  },
  /** Until nothing changes any more. */
  async still(): Promise<void> {
    for (let index = 0; index < 4; index++) await frame()
  },
  focus: () => subject.field.focus(),
  async ask(): Promise<{ x: number; y: number }> {
    subject.ask()
    await bench.still()
    const place = subject.choice()?.getBoundingClientRect()
    if (!place) throw new Error('There is nothing to tap.')
    return { x: place.x + place.width / 2, y: place.y + place.height / 2 }
  },
  nodes: () => subject.list.querySelectorAll('*').length,
}

export type Bench = typeof bench
Object.assign(window, { bench })
