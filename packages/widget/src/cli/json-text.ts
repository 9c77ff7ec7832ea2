import { type Finding, FLOW_LIMITS } from '@shopbell/core/check'
import { findNodeAtOffset, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'

/** A place in a file, counted from 1 as editors do. */
export interface Place {
  readonly line: number
  readonly column: number
}

/** A finding, and where in the file it is. */
export type PlacedFinding = Finding & Place

/** What is read out of JSON, and how one mends what is too much of it. */
export interface Reader<Read extends object> {
  parse(value: unknown): Read | { readonly findings: readonly Finding[] }
  readonly tooLarge: string
  readonly tooDeep: string
}

// Deeper than anything that is read here; and what reads a tree calls itself once a level.
const DEEPEST = 100

/**
 * Reads strict JSON of at most a megabyte. What keeps it from being what it should comes back with line and column.
 *
 * @example
 * const read = readJsonText(await readFile('flow.json', 'utf8'), flowReader)
 * if ('findings' in read) for (const { line, column, says } of read.findings) console.error(`flow.json:${line}:${column} ${says}`)
 */
export function readJsonText<Read extends object>(
  written: string,
  reader: Reader<Read>,
): Read | { readonly findings: readonly PlacedFinding[] } {
  const text = written.replace(/^\uFEFF/, '')
  const place = placeIn(text)
  const one = (code: Finding['code'], says: string, offset: number, path = '') => ({
    findings: [{ code, path, says, conversation: [], ...place(offset) }],
  })
  if (text.length > FLOW_LIMITS.text) return { findings: [{ ...tooLarge(text.length, 'characters', reader), ...place(0) }] }
  const deep = offsetBelow(text, DEEPEST)
  if (deep !== undefined) return one('too-deep', `This is nested more than ${DEEPEST} deep. ${reader.tooDeep}`, deep)
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false })
  const [error] = errors
  if (text.trim() === '') return one('not-json', `This is no JSON: ${EMPTY}`, 0)
  if (error || !tree) {
    const offset = error?.offset ?? 0
    const mend = error && MENDS[printParseErrorCode(error.error)]
    return one('not-json', `This is no JSON: ${mend ?? MENDS['InvalidSymbol']}`, offset, pathAt(tree, offset))
  }
  const doubled = duplicates(tree).map(({ path, offset, key }): PlacedFinding => {
    const says = `"${key}" stands here a second time, and only the last one would count. Take one of them out, or give it another name.`
    return { code: 'duplicate-key', path, says, conversation: [], ...place(offset) }
  })
  const find = finderIn(text, tree)
  const parsed = reader.parse(JSON.parse(text))
  const findings = 'findings' in parsed ? parsed.findings.map((finding) => ({ ...finding, ...find(finding.path) })) : []
  if ('findings' in parsed || doubled.length > 0) return { findings: [...doubled, ...findings] }
  return parsed
}

/** What is said of a file that has more than is read. */
export function tooLarge(size: number, unit: 'bytes' | 'characters', reader: Pick<Reader<object>, 'tooLarge'>): Finding {
  const [has, most] = [size, FLOW_LIMITS.text].map((number) => number.toLocaleString('en'))
  const says = `This file has ${has} ${unit}; at most ${most}${unit === 'bytes' ? ' characters' : ''} are read. ${reader.tooLarge}`
  return { code: 'too-large', path: '', says, conversation: [] }
}

/** Where a text is no JSON, and what would mend it. Undefined where it is some. */
export function jsonFault(written: string): (Place & { readonly mend: string }) | undefined {
  const text = written.replace(/^\uFEFF/, '')
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false })
  const [error] = errors
  if (!error && tree) return undefined
  if (text.trim() === '') return { line: 1, column: 1, mend: EMPTY }
  const mend = (error && MENDS[printParseErrorCode(error.error)]) ?? MENDS['InvalidSymbol'] ?? ''
  return { ...placeIn(text)(error?.offset ?? 0), mend }
}

/** Finds the place of a finding’s path in a file that `readJsonText` has read. What is not there is found where it belongs. */
export function placeFinder(written: string): (path: string) => Place {
  const text = written.replace(/^\uFEFF/, '')
  return finderIn(text, parseTree(text))
}

const EMPTY = 'the file is empty.'

const MENDS: Readonly<Record<string, string>> = {
  InvalidSymbol: 'there is something that is neither a text in "quotes", a number, true, false nor null.',
  InvalidNumberFormat: 'this number is not written as JSON has it.',
  PropertyNameExpected: 'here must be a name in "quotes". Perhaps there is a comma too many before it.',
  ValueExpected: 'here must be a value. Perhaps there is a comma too many before it.',
  ColonExpected: 'here must be a colon, between a name and its value.',
  CommaExpected: 'here must be a comma, or the name before it lacks its quotes.',
  CloseBraceExpected: 'a closing } is missing.',
  CloseBracketExpected: 'a closing ] is missing.',
  EndOfFileExpected: 'there is something behind the end.',
  InvalidCommentToken: 'JSON has no comments. Take this one out.',
  UnexpectedEndOfString: 'the closing " of this text is missing.',
  InvalidCharacter: 'there is a character that JSON has not. In a text, a new line is written \\n.',
  InvalidEscapeCharacter: 'after a \\ comes one of " \\ / b f n r t u.',
  InvalidUnicode: 'after \\u come four hexadecimal digits.',
}

/** Where nesting goes deeper than so, if it does. */
function offsetBelow(text: string, deepest: number): number | undefined {
  let depth = 0
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const char = text[at]
    if (quoted) {
      if (char === '\\') at++
      else if (char === '"') quoted = false
    } else if (char === '"') quoted = true
    else if (char === '{' || char === '[') {
      depth++
      if (depth > deepest) return at
    } else if (char === '}' || char === ']') depth--
  }
  return undefined
}

/** Line and column of an offset. */
function placeIn(text: string): (offset: number) => Place {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
  }
}

const keyOf = (property: Node): string => String(property.children?.[0]?.value ?? '')

/** Finds paths such as `steps/order-ask/next`. A key may hold a slash itself, so the longest that fits is taken. */
function finderIn(text: string, tree: Node | undefined): (path: string) => Place {
  const place = placeIn(text)
  return (path) => {
    let node = tree
    let offset = tree?.offset ?? 0
    let rest = path
    while (node && rest !== '') {
      const inner = childAt(node, rest)
      if (!inner) break
      offset = inner.offset
      node = inner.value
      rest = rest.slice(inner.key.length + 1)
    }
    return place(offset)
  }
}

function childAt(
  node: Node,
  rest: string,
): { readonly key: string; readonly offset: number; readonly value: Node | undefined } | undefined {
  if (node.type === 'array') {
    const key = rest.split('/', 1)[0] ?? ''
    const value = node.children?.[Number(key)]
    return value && { key, offset: value.offset, value }
  }
  const fitting = (node.children ?? []).filter((one) => rest === keyOf(one) || rest.startsWith(`${keyOf(one)}/`))
  const property = fitting.sort((left, right) => keyOf(right).length - keyOf(left).length)[0]
  return property && { key: keyOf(property), offset: property.offset, value: property.children?.[1] }
}

/** Names that stand twice in the same object. */
function duplicates(tree: Node): readonly { readonly path: string; readonly offset: number; readonly key: string }[] {
  const found: { path: string; offset: number; key: string }[] = []
  const visits: { readonly node: Node; readonly path: readonly string[] }[] = [{ node: tree, path: [] }]
  for (let visit = visits.pop(); visit; visit = visits.pop()) {
    const { node, path } = visit
    const seen = new Set<string>()
    for (const [index, child] of (node.children ?? []).entries()) {
      if (node.type === 'array') {
        visits.push({ node: child, path: [...path, `${index}`] })
        continue
      }
      const key = keyOf(child)
      if (seen.has(key)) found.push({ path: [...path, key].join('/'), offset: child.offset, key })
      seen.add(key)
      const value = child.children?.[1]
      if (value) visits.push({ node: value, path: [...path, key] })
    }
  }
  return found.sort((left, right) => left.offset - right.offset)
}

/** The path of what is read at an offset, as far as it could be read. */
function pathAt(tree: Node | undefined, offset: number): string {
  const keys: string[] = []
  for (let node = tree && findNodeAtOffset(tree, offset, true); node; node = node.parent) {
    if (node.type === 'property') keys.unshift(keyOf(node))
    else if (node.parent?.type === 'array') keys.unshift(String(node.parent.children?.indexOf(node) ?? 0))
  }
  return keys.join('/')
}
