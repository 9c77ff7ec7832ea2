import { useEffect, useRef } from 'preact/hooks'
import { useCounter } from '../counter.js'

/** What is said of a line. Its time, and the stations of a parcel, are there to be read. */
const OF_LINE = '.author bdi, .bubble, h3, p, .name, img'
const FOR_A_WHILE = 3_000

/**
 * Says what is new to those who do not see it: one turn in one go, once. The region is its own, so that it does not matter when
 * the parts of a line are drawn, and so that nothing is news because it came back by scrolling. What stands in the panel for a while
 * is marked `data-told`, and said when it comes or changes.
 */
export function Spoken() {
  const { signals } = useCounter()
  const place = useRef<HTMLDivElement>(null)
  // What is drawn, which may be less than what the chat knows by now.
  const story = useRef(signals.transcript.value)
  story.current = signals.transcript.value

  // An effect runs after the frame was drawn, so the region is there before anything is said in it.
  useEffect(() => {
    const panel = place.current?.closest<HTMLElement>('.panel')
    if (!place.current || !panel) return undefined
    // What is in it is a copy, which nobody is to find who looks for words in the chat.
    const region = document.createElement('div')
    region.setAttribute('aria-live', 'polite')
    place.current.attachShadow({ mode: 'closed' }).append(region)
    const heard = new Set<string>()
    const stood = new WeakMap<Element, string>()
    let timer: ReturnType<typeof setTimeout> | undefined

    const listen = () => {
      if (panel.hidden || panel.querySelector('.line .skeleton')) return
      const { chunks, tail } = story.current
      const latest = [...(chunks.at(-1) ?? []), ...tail]
      const lines = [...panel.querySelectorAll('[role="log"] :is(.line, .notice-line)')]
      // Whoever reads further up hears of the button that leads down.
      const away = panel.querySelector('.newer')
      let news: Element[] = []
      // Not by `entries()`, which old libraries on a page have their own of.
      latest.forEach(({ id, by }, index) => {
        const line = lines.at(index - latest.length)
        if (heard.has(id)) return
        heard.add(id)
        // What came before was heard in an earlier visit, or is answered.
        if (by === 'shopper') news = []
        else if (line && !away) news.push(...(line.matches('.line') ? line.querySelectorAll(OF_LINE) : [line]))
      })
      for (const element of panel.querySelectorAll('[data-told]')) {
        const words = element.textContent
        if (stood.get(element) === words) continue
        stood.set(element, words)
        news.push(element)
      }
      if (news.length === 0) return
      const turn = document.createElement('div')
      for (const piece of news)
        turn.appendChild(document.createElement('p')).append(piece.getAttribute('alt') ?? piece.textContent)
      region.append(turn)
      // Nobody is to come across it while reading.
      clearTimeout(timer)
      timer = setTimeout(() => region.replaceChildren(), FOR_A_WHILE)
    }

    const observer = new MutationObserver(listen)
    observer.observe(panel, { subtree: true, childList: true, characterData: true, attributeFilter: ['hidden'] })
    listen()
    return () => {
      observer.disconnect()
      clearTimeout(timer)
    }
  }, [])
  return <div ref={place} class="unseen" />
}
