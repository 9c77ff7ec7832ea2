import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Our own, written for our sinks. They run everywhere. */
export const OWN_PAYLOADS: readonly string[] = [
  '<img src=x onerror="window.__hurt=1">',
  '<script>window.__hurt=1</script>',
  '"><svg onload=window.__hurt=1>',
  "'><a href=javascript:window.__hurt=1>tap</a>",
  '</textarea><iframe srcdoc="<script>parent.__hurt=1</script>">',
  '<style>@import "https://evil.example/a.css";*{background:url(https://evil.example/b.png)}</style>',
  '<link rel=stylesheet href=https://evil.example/c.css><base href=https://evil.example/>',
  '<form action=https://evil.example><button autofocus onfocus=window.__hurt=1>',
  '<details open ontoggle=window.__hurt=1><video><source onerror=window.__hurt=1>',
  '<math><mtext><table><mglyph><style><img src=x onerror=window.__hurt=1>',
  '<template shadowrootmode=open><slot onslotchange=window.__hurt=1></template>',
  '{{constructor.constructor("window.__hurt=1")()}}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is another language's.
  '${window.__hurt=1} <%= window.__hurt=1 %> #{window.__hurt=1}',
  '[click](javascript:window.__hurt=1)',
  '[click](JaVaScRiPt&colon;window.__hurt=1) ![pixel](https://evil.example/pixel.png)',
  '[a](data:text/html,<script>window.__hurt=1</script>) <javascript:window.__hurt=1>',
  'https://evil.example/"onmouseover="window.__hurt=1',
  'https://shop.example@evil.example/ https://evil.example\\@shop.example //evil.example /\\evil.example',
  'vbscript:msgbox(1) blob:https://shop.example/1 java\tscript:window.__hurt=1',
  '**<b onclick=window.__hurt=1>bold</b>** ## <h1>head</h1> - <li>item</li>',
  "$& $1 $` $' {name} {0} {count, plural, other {<b>#</b>}}",
  '__proto__ constructor prototype toString hasOwnProperty',
  '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
  '\u202egnp.exe\u202c <b>bold</b>',
  'Z\u0351\u0343\u0489a\u0334l\u0337g\u0321o \u200b\u2028 \ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67',
  'lone \ud800 and \udc00 halves',
  "=cmd|'/c calc'!A1 +1 -1 @SUM(1)",
  '&lt;img src=x onerror=window.__hurt=1&gt; &#x3C;script&#x3E;',
]

const LONGEST = 1_500

/** The collections that are not part of the repository, or none. */
function collected(): readonly string[] {
  const folder = process.env['SHOPBELL_CORPORA']
  if (!folder || !existsSync(join(folder, 'hostile'))) {
    console.log('SHOPBELL_CORPORA is not set: hostile strings are the project’s own only.')
    return []
  }
  const read = (name: string) => JSON.parse(readFileSync(join(folder, 'hostile', name), 'utf8')) as readonly string[]
  return ['dompurify-payloads.json', 'naughty-strings.json', 'xss-payloads.json']
    .flatMap(read)
    .filter((text) => text.trim() !== '' && text.length <= LONGEST)
}

/** Our own, and as many of the collected ones, spread over all of them. */
export function payloads(most = Number.POSITIVE_INFINITY): readonly string[] {
  const all = collected()
  const step = Math.max(1, all.length / Math.max(1, most - OWN_PAYLOADS.length))
  const some = all.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step) || index === 0)
  return [...OWN_PAYLOADS, ...some]
}

/** What of a text can be seen: white space, controls and what steers the direction are the page's business. */
export const visible = (text: string): string =>
  text.replace(/[\s\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\ufffd\u115f\u1160\u180e\u3164\uffa0]+|\p{Mn}/gu, '')

/**
 * Whether all of `text` can be read in one of `lines`, each `visible`. What follows an address may be a hint of where it leads, so it is
 * looked for word by word.
 */
export function canBeRead(text: string, ...lines: readonly string[]): boolean {
  const words = text.split(/[\s"<>(){}[\],;]+|(?=https?:\/\/)/).map(visible)
  return lines.some((line) => words.every((word) => line.includes(word)))
}

/** The texts, as few longer ones with a line for each. */
export function inLines(texts: readonly string[], most: number): readonly string[] {
  const joined: string[] = []
  for (const text of texts) {
    const last = joined.at(-1)
    if (last !== undefined && last.length + text.length < most) joined[joined.length - 1] = `${last}\n${text}`
    else joined.push(text)
  }
  return joined
}
