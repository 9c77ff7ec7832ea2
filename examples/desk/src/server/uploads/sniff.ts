/** What a picture is by its own bytes; what its sender calls it does not matter. */
export interface Picture {
  readonly type: 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif'
  readonly width: number
  readonly height: number
}

/** More pixels than this fill the memory of whoever opens the picture. */
const MOST_PIXELS = 100_000_000

/** Tells PNG, JPEG, WebP and GIF by their first bytes and their size in pixels; `null` for everything else. */
export function sniffPicture(bytes: Uint8Array): Picture | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const picture = readPng(view) ?? readGif(view) ?? readWebp(view) ?? readJpeg(view)
  if (!picture || picture.width < 1 || picture.height < 1 || picture.width * picture.height > MOST_PIXELS) return null
  return picture
}

function word(view: DataView, at: number, length: number): string {
  if (at + length > view.byteLength) return ''
  return String.fromCharCode(...new Uint8Array(view.buffer, view.byteOffset + at, length))
}

function readPng(view: DataView): Picture | null {
  if (view.byteLength < 33 || word(view, 0, 8) !== '\x89PNG\r\n\x1a\n' || word(view, 12, 4) !== 'IHDR') return null
  return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) }
}

function readGif(view: DataView): Picture | null {
  if (view.byteLength < 14 || !['GIF87a', 'GIF89a'].includes(word(view, 0, 6))) return null
  return { type: 'image/gif', width: view.getUint16(6, true), height: view.getUint16(8, true) }
}

function readWebp(view: DataView): Picture | null {
  if (view.byteLength < 30 || word(view, 0, 4) !== 'RIFF' || word(view, 8, 4) !== 'WEBP') return null
  const size = (width: number, height: number): Picture => ({ type: 'image/webp', width, height })
  const uint24 = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 65_536
  switch (word(view, 12, 4)) {
    case 'VP8X':
      return size(uint24(24) + 1, uint24(27) + 1)
    case 'VP8L': {
      const bits = view.getUint32(21, true)
      return size((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1)
    }
    case 'VP8 ':
      return size(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff)
    default:
      return null
  }
}

function readJpeg(view: DataView): Picture | null {
  if (view.byteLength < 12 || view.getUint16(0) !== 0xffd8) return null
  let at = 2
  while (at + 9 < view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at += 1
      continue
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame) return { type: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    at += 2 + view.getUint16(at + 2)
  }
  return null
}
