import type { IncomingMessage } from 'node:http'
import { LIMITS } from '@shopbell/core'
import { Malformed, parseJson } from '../parse.js'
import { Refusal } from './refusal.js'

/** The body, counted while it arrives: what a header says about its length is not believed. */
export async function readBytes(request: IncomingMessage, most: number): Promise<Buffer> {
  const tooBig = () => new Refusal(413, { error: 'too_long' })
  if (Number(request.headers['content-length'] ?? 0) > most) throw tooBig()
  const chunks: Buffer[] = []
  let length = 0
  // Kept alive when the loop is left early: the refusal still has to be sent on this connection.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > most) throw tooBig()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, length)
}

/** The JSON body. Only `application/json`: a page of another origin cannot send that without asking first. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) throw new Refusal(415, { error: 'invalid' })
  const bytes = await readBytes(request, LIMITS.frame)
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Malformed('invalid', 'utf-8')
  }
  return parseJson(text)
}
