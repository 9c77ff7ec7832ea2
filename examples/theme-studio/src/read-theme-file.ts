/** No theme is larger or deeper than this; what is read is a stranger's file. */
const LONGEST = 64_000
const DEEPEST = 6

/** The text of a file as somebody has pasted it has something in it that is no plain data, on this line. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile'
}

const SPACE = /(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y
const NAME = /[A-Za-z_$][\w$]*/y
const NUMBER = /-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/iy
const STRING = /'((?:[^'\\\n]|\\[\s\S])*)'|"((?:[^"\\\n]|\\[\s\S])*)"|`((?:[^`\\$]|\\[\s\S])*)`/y
const ESCAPE = /\\(?:u\{([\da-f]{1,6})\}|u([\da-f]{4})|x([\da-f]{2})|(\r\n|[\s\S]))/gi
const WORDS: ReadonlyMap<string, unknown> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
  ['undefined', undefined],
])
const SHORT: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v', '\n': '', '\r\n': '' }

/**
 * The theme in the text of a theme's file, or in JSON: the literal that `defineTheme` is called with, or the first one there is. It is
 * read as the plain data that it has to be and never run; a name, a call or anything else that would have to be run is an
 * `UnreadableFile`, with the line.
 *
 * @example
 * readThemeFile("export const theme = defineTheme({ name: 'plum' })") // { name: 'plum' }
 */
export function readThemeFile(text: string): unknown {
  if (text.length > LONGEST) throw new UnreadableFile(`is longer than ${LONGEST} characters`)
  const called = /\bdefineTheme\s*\(/.exec(text)
  let at = text.indexOf('{', called ? called.index : (/\btheme\b[^={]*=/.exec(text)?.index ?? 0))
  if (at < 0) throw new UnreadableFile('has no theme in it')

  function unreadable(): UnreadableFile {
    return new UnreadableFile(`is no plain data on line ${text.slice(0, at).split('\n').length}`)
  }
  function take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found) at = pattern.lastIndex
    return found
  }
  function sign(wanted: string): boolean {
    take(SPACE)
    if (text[at] !== wanted) return false
    at++
    return true
  }
  function string(): string | undefined {
    const found = take(STRING)
    const inside = found?.[1] ?? found?.[2] ?? found?.[3]
    return inside?.replace(ESCAPE, (_, ...[long, four, two, one]: (string | undefined)[]) => {
      const code = long ?? four ?? two
      if (code === undefined) return SHORT[one ?? ''] ?? one ?? ''
      if (Number.parseInt(code, 16) > 0x10ffff) throw unreadable()
      return String.fromCodePoint(Number.parseInt(code, 16))
    })
  }
  /** What stands between two signs, with a comma after each but the last, which may have one. */
  function each(end: string, one: () => void): void {
    while (!sign(end)) {
      one()
      if (!sign(',')) {
        if (sign(end)) return
        throw unreadable()
      }
    }
  }
  function value(depth: number): unknown {
    take(SPACE)
    if (depth > DEEPEST) throw unreadable()
    if (sign('{')) {
      const entries: [string, unknown][] = []
      each('}', () => {
        take(SPACE)
        const name = string() ?? take(NAME)?.[0]
        if (name === undefined || !sign(':')) throw unreadable()
        entries.push([name, value(depth + 1)])
      })
      return Object.fromEntries(entries)
    }
    if (sign('[')) {
      const items: unknown[] = []
      each(']', () => void items.push(value(depth + 1)))
      return items
    }
    const text = string()
    if (text !== undefined) return text
    const number = take(NUMBER)
    if (number) return Number(number[0])
    const word = take(NAME)?.[0]
    if (word === undefined || !WORDS.has(word)) throw unreadable()
    return WORDS.get(word)
  }
  return value(0)
}
