import { afterAll, expect, it, onTestFinished, vi } from 'vitest'
import { type OwnPostgres, openPostgres } from '../database/own-postgres.test.support.js'
import { openSilentWay } from '../database/silent-way.test.support.js'
import { openPostgresBus } from './postgres-bus.js'

const postgres: OwnPostgres | null = await openPostgres()
afterAll(() => postgres?.stop())

it.skipIf(!postgres)('a way to the others that has fallen silent is found, and another one is made', async () => {
  const way = await openSilentWay(postgres?.url ?? '')
  onTestFinished(() => way.close())
  const one = await openPostgresBus(postgres?.url ?? '', () => undefined)
  const two = await openPostgresBus(way.url, () => undefined, 200)
  const heard: string[] = []
  const missed = vi.fn()
  two.hear((word) => heard.push(word.t === 'queue' ? word.site : ''), missed)
  one.hear(
    (word) => heard.push(word.t === 'queue' ? `from two: ${word.site}` : ''),
    () => undefined,
  )
  one.say({ t: 'queue', site: 'before' })
  await vi.waitFor(() => expect(heard).toEqual(['before']))
  way.fallSilent()
  await vi.waitFor(() => expect(missed).toHaveBeenCalled(), 5_000)
  one.say({ t: 'queue', site: 'after' })
  two.say({ t: 'queue', site: 'so it is' })
  await vi.waitFor(() => expect(heard).toEqual(expect.arrayContaining(['after', 'from two: so it is'])), 5_000)
  await Promise.all([one.close(), two.close()])
})

it.skipIf(!postgres)('closes in time though nobody answers', async () => {
  const way = await openSilentWay(postgres?.url ?? '')
  onTestFinished(() => way.close())
  const bus = await openPostgresBus(way.url, () => undefined, 200)
  way.fallSilent()
  bus.say({ t: 'queue', site: 'nobody' })
  await bus.close()
})
