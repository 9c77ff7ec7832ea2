/** What steers direction or is not to be seen: control characters, and marks that turn the order of letters around. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2028\u2029\u2060-\u2069\ufeff]/g

/** A text on one line, without what could make it look like another. */
export function plainLine(text: string, most = Number.POSITIVE_INFINITY): string {
  const line = text
    .replace(/[\s\u2028\u2029]+/g, ' ')
    .replace(UNSEEN, '')
    .trim()
  return line.length > most ? `${line.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…` : line
}

/** The same on as many lines as it has; all but the first are moved in, so that none can pose as the next speaker's. */
export function plainLines(text: string): string {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.replace(UNSEEN, '').trimEnd())
    .join('\n    ')
}
