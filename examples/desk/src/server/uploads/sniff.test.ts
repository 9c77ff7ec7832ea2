import { describe, expect, it } from 'vitest'
import { sniffPicture } from './sniff.js'

const bytes = (...parts: (string | number[])[]) => Buffer.concat(parts.map((part) => Buffer.from(part as never, 'latin1')))
const png = (width: number[], height: number[]) =>
  bytes('\x89PNG\r\n\x1a\n', [0, 0, 0, 13], 'IHDR', width, height, [8, 6, 0, 0, 0, 0, 0, 0, 0])

describe('a picture is known by its own bytes', () => {
  it.each([
    ['image/png', png([0, 0, 0, 3], [0, 0, 0, 2])],
    ['image/gif', bytes('GIF89a', [3, 0, 2, 0], [0, 0, 0, 0, 0, 0])],
    ['image/jpeg', bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 1, 0xff, 0xc0, 0, 11, 8, 0, 2, 0, 3, 1, 1, 1, 0])],
    ['image/webp', bytes('RIFF', [20, 0, 0, 0], 'WEBPVP8X', [10, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 1, 0, 0])],
    ['image/webp', bytes('RIFF', [20, 0, 0, 0], 'WEBPVP8L', [5, 0, 0, 0, 0x2f, 2, 0x40, 0, 0], [0, 0, 0, 0, 0])],
  ])('%s', (type, file) => {
    expect(sniffPicture(file)).toEqual({ type, width: 3, height: 2 })
  })

  it.each([
    ['an SVG', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a page', bytes('<!doctype html><title>x</title><p>long enough to look at</p>')],
    ['a PDF', bytes('%PDF-1.7 and something more behind it to be long enough')],
    ['nothing', bytes('')],
    ['a beginning only', bytes('\x89PNG\r\n\x1a\n')],
    ['a JPEG without a frame', bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 1, 0xff, 0xd9, 0, 0, 0])],
    ['a bomb of four thousand million pixels', png([0, 1, 0, 0], [0, 1, 0, 0])],
    ['a picture without width', png([0, 0, 0, 0], [0, 0, 0, 2])],
  ])('%s is none', (_name, file) => {
    expect(sniffPicture(file)).toBeNull()
  })
})
