/** A page of a shop that is unkind to what is put on it. */
export interface HostPage {
  /** Ends the sentence "the chat is at home on …". */
  readonly name: string
  /** Attributes of `<html>` and `<body>`. */
  readonly html?: string
  readonly body?: string
  /** What comes before our tag: styles, and scripts that have run by then. */
  readonly head?: string
  readonly content?: string
  /** Headers that the page is served with, for a desk at this address. */
  readonly headers?: (desk: string) => Readonly<Record<string, string>>
  /** @default https://shop.example/ */
  readonly url?: string
  /** Attributes of our tag, beside the desk's address. */
  readonly tag?: string
  /** The chat stands in a frame with these sandbox flags. */
  readonly sandbox?: string
  /** Runs in the page when its shop goes to another route. @default the body's children are replaced */
  readonly route?: () => void
  /** Runs in the page once the panel is open, and again before a message is written; what is not as it should be is said. */
  readonly during?: () => string | undefined
  /** Runs in the page after all of it; what is not as it should be is said. */
  readonly after?: () => string | undefined
  /** The desk refuses such a page: the chat says so and shows another way. */
  readonly refused?: boolean
  /** On a device with a quarter of this one's speed and a slow mobile network. */
  readonly slow?: boolean
  /** What the page itself makes the console say. */
  readonly says?: RegExp
}

/** The page as it is served, with `before` and our `tag` at the end of its head. */
export function documentOf(
  { html = '', body = '', head = '', content = CONTENT }: HostPage,
  before: string,
  tag: string,
): string {
  return `<!doctype html><html lang="en" ${html}><head><meta charset="utf-8"><title>Shop</title><meta name="viewport" content="width=device-width">${head}<script nonce="n">${before}</script>${tag}</head><body ${body}>${content}</body></html>`
}

/** A shop's page as any other. */
export const CONTENT = `<header><a href="#">Shop</a></header><main><h1>Aprons</h1>${'<p>Linen, washed, in four colours. Made in a small workshop near the harbour.</p>'.repeat(30)}<form action="/search"><input name="q"><button>Search</button></form></main>`
