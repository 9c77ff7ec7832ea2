/** Everything invisible that a terminal or a browser could act on; line breaks and tabs stay. */
const CONTROLS = /[^\P{Cc}\n\t]/gu
/** Direction controls and characters without width: a name that needs them is a name that lies. Joiners of emoji stay. */
const UNSEEN = /[\p{Bidi_Control}\u200b\u2060\ufeff]/gu

/** The longest text that is taken in at all, in characters. More than the desk stores, so nothing is lost in practice. */
const MOST = 50_000

/** A message as it was written, without control characters. Direction marks stay; the place that shows it isolates them. */
export function cleanText(value: unknown, most = MOST): string {
  if (typeof value !== 'string') return ''
  return value
    .slice(0, most)
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(CONTROLS, '')
}

/**
 * One line to call something by: a name, a file, a label. Direction controls are taken out, white space is one space, and it is
 * no longer than `most` characters, counted so that no emoji is cut in two.
 */
export function cleanLine(value: unknown, most = 80): string {
  if (typeof value !== 'string') return ''
  const line = value
    .slice(0, MOST)
    .replace(UNSEEN, '')
    .replace(/\s+/gu, ' ')
    .replace(/\p{Cc}/gu, '')
    .trim()
  const letters = [...line]
  return letters.length <= most ? line : `${letters.slice(0, most - 1).join('')}…`
}

/** A file name with its ending in sight however long it is: the middle goes. */
export function cleanFileName(value: unknown): string {
  const base = cleanLine(value, MOST).split(/[\\/]/).at(-1) ?? ''
  const letters = [...base]
  return letters.length <= 60 ? base : `${letters.slice(0, 44).join('')}…${letters.slice(-15).join('')}`
}
