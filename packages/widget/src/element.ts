import { mountInto } from './mount.js'
import { merged, type Options, optionAttributes, optionsFromAttributes, readOptions } from './options.js'
import { MORE_ATTRIBUTES } from './page/more-options.js'
import { wholeWidget } from './page/whole-widget.js'
import { diagnose, type Warn, warnOnce } from './warn.js'
import type { Widget } from './widget.js'

/** Attributes that any element may have. Those with a hyphen or a colon, `data-` and `aria-` too, are somebody else's. */
const GLOBAL =
  /^(on.+|item.+|id|class|style|lang|dir|hidden|slot|part|exportparts|is|role|tabindex|accesskey|autofocus|autocapitalize|contenteditable|draggable|enterkeyhint|inert|inputmode|nonce|popover|spellcheck|translate|xmlns)$|[^a-z]/

/** As HTML writes them: without capital letters. */
const ATTRIBUTES = [...optionAttributes, ...MORE_ATTRIBUTES].map((name) => name.toLowerCase())

// On a server there are no elements, and importing must not fail there.
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement)

/**
 * `<shopbell-chat backend="/desk" theme="fjord"></shopbell-chat>`: a chat whose options are attributes, and `options` for what
 * HTML cannot carry. `chat` is what `mount()` answers.
 */
export class ShopbellChat extends Base {
  static readonly observedAttributes = ATTRIBUTES

  /** Options beside the attributes. Set them before the element is put into the page. */
  options: Options = {}
  #chat: Widget | null = null
  #warn: Warn = warnOnce()
  #ownRoot = false

  /** The chat, while the element is in a page. */
  get chat(): Widget | null {
    return this.#chat
  }

  connectedCallback(): void {
    // The loader and `mount()` use this element as a place, and bring the chat themselves.
    if (this.#chat || (this.shadowRoot && !this.#ownRoot)) return
    this.#ownRoot = true
    for (const name of this.getAttributeNames())
      if (!ATTRIBUTES.includes(name) && !GLOBAL.test(name))
        diagnose((words) => words.unknownName('attribute', name, ATTRIBUTES, this.#warn))
    const options = merged(readOptions(this.options), optionsFromAttributes(this, MORE_ATTRIBUTES))
    const mounted = mountInto({ host: this }, options, this.#warn)
    this.#chat = mounted && wholeWidget(mounted)
  }

  disconnectedCallback(): void {
    // An element that is only moved is back before the microtasks run.
    queueMicrotask(() => {
      if (this.isConnected) return
      this.#chat?.destroy()
      this.#chat = null
    })
  }

  attributeChangedCallback(): void {
    const { rest, ...options } = optionsFromAttributes(this, MORE_ATTRIBUTES)
    void this.#chat?.update({ ...options, ...rest })
  }
}

type Written<Value> = Extract<Value, string | number | boolean>

/** What HTML and JSX write on the element: the options that attributes can carry, each in one word; and `options` for the others. */
export type ShopbellChatAttributes = {
  readonly [Name in keyof Options as Written<Options[Name]> extends never ? never : Lowercase<Name>]?:
    | Written<Options[Name]>
    | undefined
} & { readonly options?: Options | undefined }

declare global {
  interface HTMLElementTagNameMap {
    'shopbell-chat': ShopbellChat
  }
}

if (globalThis.customElements && !customElements.get('shopbell-chat')) customElements.define('shopbell-chat', ShopbellChat)
