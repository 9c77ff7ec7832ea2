import { useSignal } from '@preact/signals'
import { type Card, fill, type OwnWords } from '@shopbell/core'
import { useRef } from 'preact/hooks'
import { Icon, type Stroke } from '../../icons.js'
import { named } from '../icons.js'
import { CardFace } from './card-face.js'
import { placeOf, scrollTo } from './strip-place.js'

const next: Stroke = 'M10 7l5 5-5 5'

export interface CardStripProps {
  readonly cards: readonly Card[]
  /** Whoever has written the cards may have pictures loaded. */
  readonly pictures: boolean
  readonly words: OwnWords
}

/** A card, or several side by side: to swipe, to go through with the arrow keys, or with two buttons. */
export function CardStrip({ cards, pictures, words }: CardStripProps) {
  const list = useRef<HTMLUListElement>(null)
  const place = useSignal(0)
  const count = cards.length
  const several = count > 1
  const here = place.value

  function goTo(index: number) {
    const strip = list.current
    const item = strip?.children[Math.max(0, Math.min(count - 1, index))]
    if (!strip || !item) return
    // The focus goes along where it was on a card's link.
    const root = strip.getRootNode()
    const focused = root instanceof ShadowRoot ? root.activeElement : null
    if (focused !== strip && strip.contains(focused)) item.querySelector('a')?.focus({ preventScroll: true })
    scrollTo(strip, item)
  }

  function keyDown(event: KeyboardEvent) {
    const strip = list.current
    if (!strip || event.altKey || event.ctrlKey || event.metaKey) return
    const on = getComputedStyle(strip).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    const moves: Readonly<Record<string, number>> = {
      ArrowLeft: here - 1,
      ArrowRight: here - 1,
      [on]: here + 1,
      Home: 0,
      End: count,
    }
    const to = moves[event.key]
    if (to === undefined) return
    event.preventDefault()
    goTo(to)
  }

  return (
    <div class={several ? 'strip' : 'strip one'}>
      <ul
        ref={list}
        // biome-ignore lint/a11y/noRedundantRoles: Safari takes the role away from a list without bullets.
        role="list"
        aria-label={words.cards}
        tabIndex={several ? 0 : undefined}
        onKeyDown={several ? keyDown : undefined}
        onScroll={(event) => {
          place.value = placeOf(event.currentTarget)
        }}
      >
        {cards.map((card, index) => (
          // Cards do not change once they were shown, so a card's place is its name.
          <li key={index} class="card" aria-setsize={count} aria-posinset={index + 1}>
            <CardFace card={card} pictures={pictures} />
          </li>
        ))}
      </ul>
      {several && (
        <div class="pager">
          {/* The list says it to those who do not see it. */}
          <span aria-hidden="true">{fill(words.place, { number: here + 1, count })}</span>
          <button
            type="button"
            class="icon-button"
            aria-label={words.previous}
            aria-disabled={here === 0}
            onClick={() => goTo(here - 1)}
          >
            <Icon of={named.back} points />
          </button>
          <button
            type="button"
            class="icon-button"
            aria-label={words.next}
            aria-disabled={here === count - 1}
            onClick={() => goTo(here + 1)}
          >
            <Icon of={next} points />
          </button>
        </div>
      )}
    </div>
  )
}
