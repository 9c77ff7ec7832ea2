import { LIMITS } from '@shopbell/core'
import { ticketText } from '@shopbell/core/desk'
import type { Me } from '../../agent-api.js'
import { addNote, closeConversation, reply } from '../agent/answer.js'
import { claimConversation, releaseConversation } from '../agent/claim.js'
import { decide } from '../agent/decide.js'
import { findConversations, listConversations, readDetail, VIEWS } from '../agent/read-conversations.js'
import { AGENT_COOKIE, type AgentSession, type Door, SESSION_LASTS, signIn, signOut } from '../agent/session.js'
import { readColleagues, transferConversation } from '../agent/transfer.js'
import { readArticles } from '../articles/articles.js'
import { readEmptySearches, readInsights } from '../articles/insights.js'
import type { DeskParts } from '../desk-parts.js'
import { readHours } from '../hours/availability.js'
import { forceHours } from '../hours/settings.js'
import { asBoolean, asOneOf, asText, fieldsOf } from '../parse.js'
import { serveUpload } from '../uploads/uploads.js'
import type { Call, Route } from './route.js'
import { idOr404 } from './shopper-routes.js'

/** What the sockets have to do when a route changes something that they carry. */
export interface AgentEvents {
  hoursChanged(site: string): void
  signedOut(session: AgentSession): void
}

/** The inbox's side of the desk, as agent-api.ts has it. */
export function agentRoutes(parts: DeskParts, door: Door, events: AgentEvents): readonly Route[] {
  const { database, now } = parts
  const meOf = ({ agent, name, site }: AgentSession): Me => ({
    agent,
    name,
    site,
    passwordRequired: door.check !== null,
    currency: parts.currency,
  })
  const detail = async (session: AgentSession, call: Call) => ({
    body: await readDetail(parts, session, idOr404(call.params.id)),
  })
  return [
    {
      method: 'POST',
      path: '/agent/login',
      who: 'login',
      async handle(call) {
        const { session, token } = await signIn(database, door, await call.json(), call.address, now())
        return { headers: { 'Set-Cookie': cookie(call, token, SESSION_LASTS / 1_000) }, body: meOf(session) }
      },
    },
    {
      method: 'POST',
      path: '/agent/logout',
      who: 'agent',
      async handle(call, session) {
        await signOut(database, session)
        events.signedOut(session)
        return { status: 204, headers: { 'Set-Cookie': cookie(call, '', 0) } }
      },
    },
    { method: 'GET', path: '/agent/me', who: 'agent', handle: async (_call, session) => ({ body: meOf(session) }) },
    {
      method: 'GET',
      path: '/agent/conversations',
      who: 'agent',
      async handle(call, session) {
        const words = call.query.get('find')
        const rows =
          words === null
            ? listConversations(parts, session, asOneOf(call.query.get('view'), VIEWS))
            : findConversations(parts, session, asText(words, LIMITS.name))
        return { body: { rows: await rows } }
      },
    },
    { method: 'GET', path: '/agent/conversations/:id', who: 'agent', handle: (call, session) => detail(session, call) },
    {
      method: 'POST',
      path: '/agent/conversations/:id/claim',
      who: 'agent',
      async handle(call, session) {
        await claimConversation(parts, session, idOr404(call.params.id))
        return detail(session, call)
      },
    },
    {
      method: 'POST',
      path: '/agent/conversations/:id/release',
      who: 'agent',
      async handle(call, session) {
        await releaseConversation(parts, session, idOr404(call.params.id))
        return detail(session, call)
      },
    },
    {
      method: 'GET',
      path: '/agent/colleagues',
      who: 'agent',
      handle: async (_call, session) => ({ body: { colleagues: await readColleagues(parts, session) } }),
    },
    {
      method: 'POST',
      path: '/agent/conversations/:id/transfer',
      who: 'agent',
      async handle(call, session) {
        await transferConversation(parts, session, idOr404(call.params.id), await call.json())
        return detail(session, call)
      },
    },
    {
      method: 'POST',
      path: '/agent/conversations/:id/close',
      who: 'agent',
      async handle(call, session) {
        await closeConversation(parts, session, idOr404(call.params.id), await call.json())
        return detail(session, call)
      },
    },
    {
      method: 'POST',
      path: '/agent/conversations/:id/reply',
      who: 'agent',
      handle: async (call, session) => ({ body: await reply(parts, session, idOr404(call.params.id), await call.json()) }),
    },
    {
      method: 'POST',
      path: '/agent/conversations/:id/decide',
      who: 'agent',
      handle: async (call, session) => ({ body: await decide(parts, session, idOr404(call.params.id), await call.json()) }),
    },
    {
      method: 'GET',
      path: '/agent/conversations/:id/text',
      who: 'agent',
      async handle(call, session) {
        const { packet, records } = await readDetail(parts, session, idOr404(call.params.id))
        return { body: { text: ticketText(packet, records) } }
      },
    },
    {
      method: 'POST',
      path: '/agent/conversations/:id/note',
      who: 'agent',
      handle: async (call, session) => ({ body: await addNote(parts, session, idOr404(call.params.id), await call.json()) }),
    },
    {
      method: 'GET',
      path: '/agent/articles',
      who: 'agent',
      handle: async (_call, { site }) => ({ body: { articles: await readArticles(database, site) } }),
    },
    {
      method: 'GET',
      path: '/agent/insights',
      who: 'agent',
      handle: async (_call, { site }) => ({
        body: { articles: await readInsights(database, site, now()), searches: await readEmptySearches(database, site, now()) },
      }),
    },
    {
      method: 'GET',
      path: '/agent/uploads/:id',
      who: 'agent',
      handle: async (call, { site }) => serveUpload(database, site, idOr404(call.params.id)),
    },
    {
      method: 'GET',
      path: '/agent/hours',
      who: 'agent',
      handle: async (_call, { site }) => ({ body: await readHours(parts, site) }),
    },
    {
      method: 'POST',
      path: '/agent/hours',
      who: 'agent',
      async handle(call, { site }) {
        const open = fieldsOf(await call.json())('open')
        await forceHours(database, site, open === null ? null : asBoolean(open))
        events.hoursChanged(site)
        return { body: await readHours(parts, site) }
      },
    },
  ]
}

/** Lax would do against other sites; Strict costs an inbox nothing. Secure wherever the page itself came by https. */
function cookie({ request }: Call, token: string, seconds: number): string {
  const secure = request.headers.origin?.startsWith('https:') ? '; Secure' : ''
  return `${AGENT_COOKIE}=${token}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure}`
}
