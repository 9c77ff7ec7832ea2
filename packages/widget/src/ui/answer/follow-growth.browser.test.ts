import { signal } from '@preact/signals'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createFakeChat } from '../../testing/fake-chat.js'
import { chatSignals } from '../chat-signals.js'
import { followGrowth } from './follow-growth.js'

const box = document.createElement('div')
const story = document.createElement('div')
const [signals] = chatSignals(createFakeChat())
let atEnd = signal(true)
let stop = () => {}

const frame = () => new Promise(requestAnimationFrame)
const fromEnd = () => box.scrollHeight - box.clientHeight - box.scrollTop
function say(height: number): void {
  const line = document.createElement('p')
  line.style.cssText = `margin: 0; height: ${height}px`
  story.append(line)
}
/** Until what has been done was laid out, heard of, and followed. */
async function followed(): Promise<void> {
  for (let index = 0; index < 4; index++) await frame()
}

beforeEach(async () => {
  box.style.cssText = 'height: 300px; overflow-y: auto'
  story.style.paddingTop = ''
  story.replaceChildren()
  for (let index = 0; index < 40; index++) say(40 + (index % 5) * 20)
  box.append(story)
  document.body.append(box)
  atEnd = signal(true)
  stop = followGrowth(box, story, { signals, atEnd })
  await followed()
})
afterEach(() => {
  stop()
  box.remove()
})

test.each([
  ['a taller one', 100],
  ['one as tall', 40],
  ['a smaller one', 30],
])('the end is followed where the first line leaves as %s comes', async (_, height) => {
  for (let index = 0; index < 5; index++) {
    story.firstElementChild?.remove()
    say(height + index * 20)
    await followed()
    expect([atEnd.peek(), fromEnd()]).toEqual([true, 0])
  }
})

test('the end is followed where so much is taken away that the browser moves the box, and comes back before anybody has heard', async () => {
  // Between two frames, of which the next one tells of the scrolling before anything is followed.
  await new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = resolve
    port2.postMessage(null)
  })
  // As the window onto a long story does.
  box.style.overflowAnchor = 'none'
  while (story.childElementCount > 10) story.firstElementChild?.remove()
  // Laid out by whoever asks.
  expect(fromEnd()).toBe(0)
  story.style.paddingTop = '800px'
  await followed()
  expect([atEnd.peek(), fromEnd()]).toEqual([true, 0])
})

test('a hand that scrolls up ends the following, and one that comes back to the end begins it', async () => {
  box.scrollTop = 500
  await followed()
  say(100)
  await followed()
  expect([atEnd.peek(), box.scrollTop]).toEqual([false, 500])
  box.scrollTop = box.scrollHeight
  await followed()
  say(100)
  await followed()
  expect([atEnd.peek(), fromEnd()]).toEqual([true, 0])
})

test('what is read stays where it is when something above it goes, once the following has ended', async () => {
  box.scrollTop = 500
  await followed()
  const inSight = story.children[12]
  const before = inSight?.getBoundingClientRect().top
  story.firstElementChild?.remove()
  await followed()
  expect(inSight?.getBoundingClientRect().top).toBe(before)
})
