import { bubbleWords } from '@shopbell/core'
import { render } from 'preact'
import bubbleCss from '../styles/bubble.css?inline'
import { cross, Icon } from '../ui/icons.js'
import type { View } from '../ui/view.js'

/** What a bubble needs to stand beside the launcher. */
export interface BubbleOptions {
  readonly root: ShadowRoot
  readonly view: View
  readonly text: string
  /** The visitor wants to talk about it. */
  taken(): void
  /** The visitor has closed it. */
  closed(): void
}

/** A bubble on the page. */
export interface Bubble {
  /** It is where it was put, unless everything was drawn again. */
  readonly isThere: boolean
  /** Hides it for a while, such as while the page asks for consent. */
  hide(hidden: boolean): void
  remove(): void
}

// A voice announces what changes in a place that was there before.
const ANNOUNCED_AFTER = 100

/** The style sheet that a root wears for it. Whoever draws everything again takes that off. */
const dressed = new WeakMap<ShadowRoot, CSSStyleSheet | undefined>()

/** Says something beside the launcher. It takes no focus, and is announced once, when nothing else is being said. */
export function showBubble({ root, view, text, taken, closed }: BubbleOptions): Bubble {
  const words = view.words('bubble', bubbleWords)
  const worn = dressed.get(root)
  if (!worn || !root.adoptedStyleSheets.includes(worn)) {
    view.adopt(bubbleCss)
    dressed.set(root, root.adoptedStyleSheets.at(-1))
  }
  const place = document.createElement('div')
  place.className = 'root'
  place.dir = view.direction
  place.lang = view.locale
  place.dataset['side'] = view.side.value
  root.append(place)

  const draw = (said: boolean) =>
    render(
      // biome-ignore lint/a11y/useSemanticElements: a section would be one more landmark on the shop's page.
      <div
        class="bubble-beside"
        part="bubble"
        role="group"
        aria-label={words.message}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.defaultPrevented) return
          event.preventDefault()
          leave(closed)
        }}
      >
        <div role="status">
          {said && (
            <button type="button" class="hail" onClick={() => leave(taken)}>
              <span dir="auto">{text}</span>
            </button>
          )}
        </div>
        <button type="button" class="icon-button" aria-label={words.dismiss} onClick={() => leave(closed)}>
          <Icon of={cross} />
        </button>
      </div>,
      place,
    )
  const timer = setTimeout(() => draw(true), ANNOUNCED_AFTER)
  draw(false)

  function remove() {
    clearTimeout(timer)
    render(null, place)
    place.remove()
  }

  /** Whoever went there by keyboard goes on from the launcher. */
  function leave(then: () => void) {
    const inside = place.contains(root.activeElement)
    remove()
    const launcher = root.querySelector('[part~="launcher"]')
    if (inside && launcher instanceof HTMLElement) launcher.focus({ preventScroll: true })
    then()
  }

  return {
    get isThere() {
      return place.parentNode === root
    },
    hide(hidden) {
      place.hidden = hidden
    },
    remove,
  }
}
