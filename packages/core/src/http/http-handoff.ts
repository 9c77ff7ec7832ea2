import type { Desk, Uploads } from '../adapter.js'
import { parseVerdict, parseWaiting } from '../boundary/parse-verdict.js'
import { name } from '../boundary/read.js'
import type { Verdict } from '../delivery/protocol.js'
import { bodyOf, fieldsOf, type HttpCall, LONGEST_PATIENCE, mediaTypeOf, post, withinPatience } from './http-wire.js'

/** Ten megabytes at a slow phone's 0.7 Mbit/s, in milliseconds. */
const PICTURE_PATIENCE = 120_000
const PICTURES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif']

/** What of HTTP only the way to a person needs: fetched with the first ticket or picture. */
export interface HttpHandoff {
  readonly tickets: Pick<Desk, 'submit'>
  readonly uploads: Uploads
}

export function httpHandoff(call: HttpCall): HttpHandoff {
  return { tickets: { submit: submitOver(call) }, uploads: uploadsOver(call) }
}

/** Hands commands over, one request each. */
export function submitOver(call: HttpCall): Desk['submit'] {
  return async (command, sender, signal): Promise<Verdict> => {
    const asked = post({ outbox: command.outbox, command }, { 'Idempotency-Key': command.cmid })
    try {
      return await withinPatience(
        signal,
        async (patient) => {
          const response = await call('commands', patient, asked, sender)
          return response.ok ? parseVerdict(await bodyOf(response)) : notNow(response)
        },
        LONGEST_PATIENCE,
      )
    } catch {
      return { t: 'retry', code: 'timeout' }
    }
  }
}

function uploadsOver(call: HttpCall): Uploads {
  return {
    async put({ name: fileName, type, bytes }, sender, signal) {
      const headers = { 'Content-Type': type, 'Shopbell-Name': encodeURIComponent(fileName) }
      try {
        return await withinPatience(
          signal,
          async (patient) => {
            const response = await call('uploads', patient, { method: 'POST', headers, body: new Uint8Array(bytes) }, sender)
            if (response.status === 413) return { refused: 'too_big' }
            if (response.status === 415) return { refused: 'not_an_image' }
            const upload = response.ok ? name(fieldsOf(await bodyOf(response))('upload')) : null
            return upload === null ? { refused: 'unavailable' } : { upload }
          },
          PICTURE_PATIENCE,
        )
      } catch {
        return { refused: 'unavailable' }
      }
    },
    async url(upload, sender) {
      try {
        return await withinPatience(new AbortController().signal, async (patient) => {
          const response = await call(`uploads/${encodeURIComponent(upload)}`, patient, {}, sender)
          const type = mediaTypeOf(response)
          if (!response.ok || !PICTURES.includes(type)) return null
          // It was asked for with the secret in a header, which an address in an `img` cannot carry; so the page gets it as a blob.
          return URL.createObjectURL(new Blob([await response.arrayBuffer()], { type }))
        })
      } catch {
        return null
      }
    },
  }
}

/** How many milliseconds the server asks to wait: `Retry-After` is seconds or a date; what is neither is no number. */
export function waitingOf({ headers }: Response): number {
  const said = headers.get('Retry-After') ?? ''
  const served = Date.parse(headers.get('Date') ?? '')
  return /^\d+$/.test(said) ? Number(said) * 1_000 : Date.parse(said) - served
}

/** A refusal for now. */
function notNow(response: Response): Verdict {
  const after = parseWaiting(waitingOf(response))
  const code = response.status === 429 ? 'rate_limited' : 'unavailable'
  return after === null ? { t: 'retry', code } : { t: 'retry', code, after }
}
