import { readFile, realpath, stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, resolve, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import { sha256 } from '../secrets.js'

const compress = promisify(brotliCompress)

/** What is served at all, and as what. Anything else in a folder stays there. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}
const NEVER = /(^|\/)(\.|node_modules(\/|$)|package(-lock)?\.json$|tsconfig[^/]*\.json$)/
/** Vite and its like put a hash of the content before the ending; such a file never changes. */
const HASHED = /[.-][\w-]{8,}\.(js|css|map|woff2|svg|png)$/

/** A folder that the world may read, under `prefix`. */
export interface Shelf {
  readonly prefix: string
  readonly folder: string
  readonly headers: Readonly<Record<string, string>>
  /** Whether hashed names are kept for ever. */
  readonly immutable: boolean
}

interface Kept {
  readonly stamp: string
  readonly plain: Buffer
  readonly brotli: Buffer | null
  readonly tag: string
}

/** Serves files. Answers whether there was one. */
export type ServeFile = (request: IncomingMessage, response: ServerResponse, path: string) => Promise<boolean>

export function createStaticFiles(shelves: readonly Shelf[]): ServeFile {
  const kept = new Map<string, Kept>()
  return async (request, response, path) => {
    const shelf = shelves.find(({ prefix }) => path === prefix || path.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`))
    if (!shelf) return false
    const file = await findFile(shelf, path.slice(shelf.prefix.length))
    if (!file) return false
    const type = TYPES[extname(file)] ?? ''
    const { plain, brotli, tag } = await load(kept, file, /^(text|application|image\/svg)/.test(type))
    const useBrotli = brotli !== null && /\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''))
    const etag = `"${tag}${useBrotli ? '-br' : ''}"`
    const cache = shelf.immutable && HASHED.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache'
    const headers = { ...shelf.headers, 'Content-Type': type, 'Cache-Control': cache, ETag: etag, Vary: 'Accept-Encoding' }
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304, headers).end()
      return true
    }
    const body = useBrotli ? brotli : plain
    response.writeHead(200, { ...headers, 'Content-Length': body.length, ...(useBrotli ? { 'Content-Encoding': 'br' } : {}) })
    response.end(request.method === 'HEAD' ? undefined : body)
    return true
  }
}

async function findFile(shelf: Shelf, encoded: string): Promise<string | null> {
  let wanted: string
  try {
    wanted = decodeURIComponent(encoded)
  } catch {
    return null
  }
  if (wanted.includes('\0') || wanted.includes('\\') || NEVER.test(wanted)) return null
  if (wanted === '' || wanted.endsWith('/')) wanted += 'index.html'
  if (!(extname(wanted) in TYPES)) return null
  try {
    const root = await realpath(resolve(shelf.folder))
    const file = await realpath(join(root, wanted))
    // After links are followed: what lies outside the folder is not served, whatever the path looked like.
    return file.startsWith(root + sep) && (await stat(file)).isFile() ? file : null
  } catch {
    return null
  }
}

async function load(kept: Map<string, Kept>, file: string, text: boolean): Promise<Kept> {
  const { mtimeMs, size } = await stat(file)
  const stamp = `${mtimeMs}/${size}`
  const known = kept.get(file)
  if (known?.stamp === stamp) return known
  const plain = await readFile(file)
  const brotli =
    text && plain.length > 500
      ? await compress(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: size } })
      : null
  const fresh = { stamp, plain, brotli, tag: sha256(plain).slice(0, 20) }
  kept.set(file, fresh)
  return fresh
}
