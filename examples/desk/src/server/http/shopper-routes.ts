import { LIMITS } from '@shopbell/core'
import { createArticleSearch } from '../articles/article-search.js'
import { rateArticle, readArticles, readTopics } from '../articles/articles.js'
import { countEmptySearch, countShown } from '../articles/insights.js'
import { crashPoint } from '../crash-points.js'
import type { DeskParts } from '../desk-parts.js'
import { readAvailability } from '../hours/availability.js'
import { countAgainst } from '../limits.js'
import { findOrderForShopper } from '../orders/find-order.js'
import { asBoolean, asId, asText, fieldsOf, ifThere, Malformed } from '../parse.js'
import { resume } from '../shopper/resume.js'
import { submit } from '../shopper/submit.js'
import { readPage, welcome } from '../shopper/welcome.js'
import { keepUpload, serveUpload } from '../uploads/uploads.js'
import { notFound, Refusal } from './refusal.js'
import type { Call, Route } from './route.js'
import { LONG_POLL, waitForRecords } from './wait-for-records.js'

const HOUR = 60 * 60_000

/** The shopper's side of the desk over HTTP, as docs/http-api.md has it. */
export function shopperRoutes(parts: DeskParts): readonly Route[] {
  const { database, now } = parts
  const search = createArticleSearch(database, now)
  const siteOf = ({ query }: Call) => {
    const site = query.get('site') ?? ''
    if (!parts.sites.has(site)) throw notFound()
    return site
  }
  return [
    {
      method: 'GET',
      path: '/v1/availability',
      who: 'anyone',
      handle: async (call) => ({ body: await readAvailability(parts, siteOf(call)) }),
    },
    {
      method: 'GET',
      path: '/v1/faqs/topics',
      who: 'anyone',
      handle: async (call) => ({ body: { topics: await readTopics(database, siteOf(call)) } }),
    },
    {
      method: 'GET',
      path: '/v1/faqs',
      who: 'anyone',
      async handle(call) {
        const site = siteOf(call)
        const query = call.query.get('q') ?? ''
        const articles = await search(site, query)
        if (articles.length === 0) await countEmptySearch(database, site, query, now())
        return { body: { articles } }
      },
    },
    {
      method: 'GET',
      path: '/v1/faqs/:id',
      who: 'anyone',
      async handle(call) {
        const site = siteOf(call)
        const article = (await readArticles(database, site)).find(({ id }) => id === call.params.id) ?? null
        if (article) await countShown(database, site, article.id, now())
        return { body: { article } }
      },
    },
    {
      method: 'POST',
      path: '/v1/faqs/:id/ratings',
      who: 'shopper',
      async handle(call, { site, owner }) {
        const read = fieldsOf(await call.json())
        const helped = asBoolean(read('helped'))
        const missing = ifThere(read('missing'), (text) => asText(text, LIMITS.message))
        const limits = [{ name: `ratings/${call.address}`, most: 200, per: HOUR }]
        if (!(await countAgainst(database, site, limits, now()))) throw new Refusal(429, { error: 'rate_limited' })
        await rateArticle(database, site, owner, call.params.id ?? '', { at: now(), helped, missing })
        return { status: 204 }
      },
    },
    {
      method: 'POST',
      path: '/v1/orders/find',
      who: 'shopper',
      async handle(call, claim) {
        const query = await call.json().catch(() => null)
        return { body: { order: await findOrderForShopper(parts, claim, call.address, query) } }
      },
    },
    {
      method: 'POST',
      path: '/v1/resume',
      who: 'anyone',
      async handle(call) {
        const site = siteOf(call)
        const { origin, host } = call.request.headers
        if (!parts.sites.allows(origin, host, site)) throw new Refusal(403, { error: 'origin' })
        const limits = [{ name: `resume/${call.address}`, most: 60, per: HOUR }]
        if (!(await countAgainst(database, site, limits, now()))) throw new Refusal(429, { error: 'rate_limited' })
        return { body: await resume(parts, site, await call.json()) }
      },
    },
    {
      method: 'POST',
      path: '/v1/hello',
      who: 'shopper',
      handle: async (call, claim) => ({ body: await welcome(parts, claim, await call.json()) }),
    },
    {
      method: 'POST',
      path: '/v1/commands',
      who: 'shopper',
      asksItself: true,
      async handle(call, claim) {
        const read = fieldsOf(await call.json())
        const command = read('command')
        const label = fieldsOf(command)
        const key = call.request.headers['idempotency-key']
        if (label('outbox') !== read('outbox') || (key !== undefined && label('cmid') !== key)) throw new Malformed()
        return { body: await submit(parts, claim, command) }
      },
    },
    {
      method: 'GET',
      path: '/v1/conversations/:id/records',
      who: 'shopper',
      async handle(call, claim) {
        const { query } = call
        const before = query.get('before')
        const cursor = {
          conversation: call.params.id,
          epoch: query.get('epoch') ?? undefined,
          seq: Number(before ?? query.get('after') ?? 0),
        }
        const patience = before !== null || query.get('wait') === '0' ? 0 : LONG_POLL
        const read = (from: object) => readPage(parts, claim, from)
        const page = await waitForRecords(parts, claim, { cursor, patience, backwards: before !== null }, call.gone, read)
        return { body: page }
      },
    },
    {
      method: 'POST',
      path: '/v1/uploads',
      who: 'shopper',
      async handle(call, { site, owner }) {
        const { headers } = call.request
        if (!/^image\//i.test(headers['content-type'] ?? '')) throw new Refusal(415, { error: 'not_an_image' })
        const limits = [
          { name: `uploads/owner/${owner}`, most: 20, per: HOUR },
          { name: `uploads/address/${call.address}`, most: 100, per: HOUR },
        ]
        if (!(await countAgainst(database, site, limits, now()))) throw new Refusal(429, { error: 'rate_limited' })
        const bytes = await call.bytes(LIMITS.upload)
        crashPoint('during-upload')
        const kept = await keepUpload(database, site, owner, { bytes, name: fileName(headers['shopbell-name']), at: now() })
        crashPoint('after-upload')
        return { body: kept }
      },
    },
    {
      method: 'GET',
      path: '/v1/uploads/:id',
      who: 'shopper',
      handle: async (call, claim) => serveUpload(database, claim.site, idOr404(call.params.id), claim),
    },
  ]
}

/** A name that is no name names nothing. */
export function idOr404(value: unknown): string {
  try {
    return asId(value)
  } catch {
    throw notFound()
  }
}

/** The last part of a file's name, without control and direction characters. */
function fileName(header: string | string[] | undefined): string {
  let text = ''
  try {
    text = decodeURIComponent(String(header ?? ''))
  } catch {
    // A name that cannot be read is no reason to refuse the picture.
  }
  return (text.split(/[\\/]/).at(-1) ?? '').replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '').slice(0, LIMITS.field) || 'picture'
}
