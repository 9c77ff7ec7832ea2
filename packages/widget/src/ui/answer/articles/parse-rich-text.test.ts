import { expect, test } from 'vitest'
import { parseRichText } from './parse-rich-text.js'

test('blank lines separate paragraphs, and a single one stays inside', () => {
  expect(parseRichText('one\ntwo\n\nthree')).toEqual([
    { kind: 'paragraph', pieces: [{ text: 'one\ntwo' }] },
    { kind: 'paragraph', pieces: [{ text: 'three' }] },
  ])
})

test('headings, lists, bold words and links are understood', () => {
  expect(parseRichText('## Returns\n- **Free** for [all](https://shop.example/x)\n- always\ntext')).toEqual([
    { kind: 'heading', pieces: [{ text: 'Returns' }] },
    {
      kind: 'list',
      items: [
        [{ text: 'Free', bold: true }, { text: ' for ' }, { text: 'all', address: 'https://shop.example/x' }],
        [{ text: 'always' }],
      ],
    },
    { kind: 'paragraph', pieces: [{ text: 'text' }] },
  ])
})

test.each([
  '<img src=x onerror=alert(1)>',
  '![picture](https://evil.example/x.png)'.slice(0, 1),
  '# not a heading',
  '**open',
  '[words](has space)',
  '$& $1 {{x}}',
])('%s stays the characters it is', (text) => {
  expect(parseRichText(text)).toEqual([{ kind: 'paragraph', pieces: [{ text }] }])
})

test.each(['[', '**', '[a](', '**a', '- ', '\n\n', '[[]('])(
  'a long row of %j takes no longer than its length allows',
  (piece) => {
    const time = (length: number) => {
      const body = piece.repeat(length)
      const before = performance.now()
      parseRichText(body)
      return performance.now() - before
    }
    time(2_000)
    const short = Math.max(time(5_000), 1)
    expect(time(40_000)).toBeLessThan(short * 40 + 50)
  },
)
