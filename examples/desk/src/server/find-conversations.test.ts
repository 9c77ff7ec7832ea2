import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Row } from '../agent-api.js'
import { type Agent, newName, openStand, type Stand } from './desk-stand.test.support.js'

let stand: Stand
let mira: Agent
let otto: Agent
beforeAll(async () => {
  stand = await openStand({ grace: 60_000 })
  mira = await stand.agent('Mira')
  otto = await stand.agent('Otto')
}, 60_000)
afterAll(() => stand.close())

const facts = (values: Readonly<Record<string, string>>) => ({
  facts: Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, { value, source: 'shopper' as const, verified: false, at: 0 }]),
  ),
})
const rows = async (agent: Agent, query: string) =>
  ((await (await agent.get(`conversations?${query}`)).json()) as { rows: Row[] }).rows
const found = async (words: string) => (await rows(otto, `find=${encodeURIComponent(words)}`)).map(({ id }) => id)

describe('what a colleague has', () => {
  it('stands among all that is open, with who has it, until it is closed', async () => {
    const id = await stand.shopper().open('ticket', facts({ email: 'held@example.com' }))
    await mira.post(`conversations/${id}/claim`)
    expect((await rows(otto, 'view=all')).find((row) => row.id === id)).toMatchObject({ agent: 'Mira' })
    await mira.post(`conversations/${id}/close`, { resolved: true })
    expect((await rows(otto, 'view=all')).some((row) => row.id === id)).toBe(false)
    expect(await found('held@')).toEqual([id])
  })
})

describe('a search', () => {
  it.each(['Ünal', 'ÜNAL NAR', ' unal.nar@EXAMPLE ', 'SB-77_1', '#sb-77'])(
    'for %j finds by name, e-mail or order number',
    async (words) => {
      const id = await stand
        .shopper()
        .open('ticket', facts({ name: 'Ünal Nar', email: 'unal.nar@example.com', orderNumber: 'SB-77_1', phone: '+49 30 555' }))
      expect(await found(words)).toContain(id)
      expect(await found('+49 30')).toEqual([])
    },
  )

  it('finds a name however its letters are put together, by either side', async () => {
    const name = `Zoë ${newName()}`
    const ids = [
      await stand.shopper().open('ticket', facts({ name: name.normalize('NFD') })),
      await stand.shopper().open('ticket', facts({ name: name.normalize('NFC') })),
    ]
    for (const form of ['NFC', 'NFD', 'NFKD']) expect((await found(name.normalize(form))).sort()).toEqual([...ids].sort())
  })

  it.each(['%', '_____', '\\', "'", '\0', '  ', '%_%'])('takes %j as it is written, and not as a pattern', async (words) => {
    await stand.shopper().open('ticket', facts({ email: 'plain@example.com' }))
    expect(await found(words)).toEqual([])
  })

  it('lists what is open first, then the latest', async () => {
    const mail = `${newName()}@example.com`
    const closed = await stand.shopper().open('ticket', facts({ email: mail }))
    stand.pass(1_000)
    const old = await stand.shopper().open('ticket', facts({ email: mail }))
    stand.pass(1_000)
    const late = await stand.shopper().open('ticket', facts({ email: mail }))
    await mira.post(`conversations/${closed}/close`, { resolved: false })
    expect(await found(mail)).toEqual([late, old, closed])
  })

  it('finds by what a shopper has brought along since, and by what they came with', async () => {
    const shopper = stand.shopper()
    const id = await shopper.open('ticket', facts({ email: 'first@example.com' }))
    await shopper.open('ticket', facts({ email: 'second@example.com', orderNumber: '90210' }))
    for (const words of ['90210', 'second@', 'first@example.com']) expect(await found(words)).toEqual([id])
  })

  it('finds nothing of another shop', async () => {
    const other = await openStand({ grace: 60_000 })
    await other.shopper().open('ticket', facts({ email: 'elsewhere@example.com' }))
    expect(await found('elsewhere@')).toEqual([])
    await other.close()
  })

  it('is an agent’s alone, and refused when it is too long', async () => {
    expect((await fetch(`${stand.url}/agent/conversations?find=example`)).status).toBe(401)
    expect((await otto.get(`conversations?find=${'x'.repeat(2_000)}`)).status).toBe(413)
  })
})
