import { describe, expect, it } from 'vitest'
import { createApi, pictureAddress } from './api.js'

/** An api whose desk answers everything with this. */
const answering = (status: number, body: string) =>
  createApi(() => Promise.resolve(new Response(status === 204 ? null : body, { status })))

describe('the desk over HTTP', () => {
  it.each([
    [401, '{"error":"signed-out","passwordRequired":true}', { why: 'signed-out', passwordRequired: true }],
    [401, 'nonsense', { why: 'signed-out', passwordRequired: false }],
    [409, '{"error":"taken","by":"Grace"}', { why: 'taken', by: 'Grace' }],
    [409, '{"error":"taken","by":"<b>\\u202eG"}', { why: 'taken', by: '<b>G' }],
    [409, '{}', { why: 'taken', by: 'Somebody else' }],
    [409, '{"error":"moved","head":7}', { why: 'moved', head: 7 }],
    [409, '{"error":"closed"}', { why: 'closed' }],
    [413, '', { why: 'too-long' }],
    [422, '{"error":"too_long"}', { why: 'too-long' }],
    [422, '{"error":"invalid"}', { why: 'refused' }],
    [404, '', { why: 'gone' }],
    [429, '', { why: 'rate-limited' }],
    [500, '<html>', { why: 'unreachable' }],
    [503, '', { why: 'unreachable' }],
    [200, '<html>', { why: 'unreachable' }],
    [200, '{"id":', { why: 'unreachable' }],
    [200, '{"rows":{}}', { why: 'unreachable' }],
    [204, '', { why: 'unreachable' }],
  ])('reads %i %s as %j', async (status, body, refusal) => {
    expect(await answering(status, body).detail('c1')).toEqual({ ok: false, ...refusal })
  })

  it('takes a desk that does not answer for unreachable', async () => {
    const api = createApi(() => Promise.reject(new TypeError('fetch failed')))
    expect(await api.me()).toEqual({ ok: false, why: 'unreachable' })
  })

  it('leaves out the rows that it does not understand', async () => {
    const answer = await answering(200, '{"rows":[null,{"id":"c1"},{"id":"../x"},7]}').rows('queue')
    expect(answer.ok && answer.value.map(({ id }) => id)).toEqual(['c1'])
  })

  it('writes ids into addresses so that none can lead elsewhere', async () => {
    const calls: string[] = []
    const api = createApi((input) => {
      calls.push(String(input))
      return Promise.resolve(new Response('{}'))
    })
    await api.detail('a/../../b?c#d')
    expect(calls).toEqual(['/agent/conversations/a%2F..%2F..%2Fb%3Fc%23d'])
    expect(pictureAddress('//evil.example/x')).toBe('/agent/uploads/%2F%2Fevil.example%2Fx')
  })
})
