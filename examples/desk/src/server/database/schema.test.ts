import { expect, it, onTestFinished } from 'vitest'
import { openDatabase } from './database.js'
import { migratedUntil } from './migrated-until.test.support.js'
import { migrate } from './schema.js'

it('tickets from before their lines said so are answered as their log says', async () => {
  const database = await openDatabase({ dataDir: 'memory', blank: process.env.SHOPBELL_BLANK_DATABASE })
  onTestFinished(() => database.close())
  await migratedUntil(database, 'column answered')
  const promise = ['desk', null, '{"kind":"deferred","ticket":"T","due":1}']
  const answer = ['agent', 'a', '{"kind":"text","text":"{\\"kind\\":\\"deferred\\""}']
  const logs = {
    answered: [
      promise,
      answer,
      ['shopper', 's', '{"kind":"text","text":"Hello?"}'],
      answer,
      ['agent', null, '{"kind":"claimed","agent":"Mira"}'],
    ],
    promisedAgain: [promise, answer, promise],
    taken: [promise, ['agent', null, '{"kind":"claimed","agent":"Mira"}']],
    closed: [promise, answer],
  }
  for (const [id, records] of Object.entries(logs)) {
    await database.query(`insert into owners (site_id, owner, secret_hash, created) values ('tea', $1, '', 0)`, [id])
    await database.query(
      `insert into conversations (site_id, conversation, owner, epoch, status, opened, who, reason, summary, priority)
       values ('tea', $1, $1, '', $2, 0, '', '', '', 'normal')`,
      [id, id === 'closed' ? 'closed' : 'ticket'],
    )
    for (const [index, [author, cmid, fact]] of records.entries())
      await database.query(
        `insert into records (site_id, conversation, seq, owner, cmid, at, author, fact) values ('tea', $1, $2, $1, $3, $4, $5, $6)`,
        [id, index + 1, cmid && `${cmid}${index}`, 100 + index, author, fact],
      )
  }
  await migrate(database)
  const rows = await database.query<{ conversation: string; answered: number | null }>(
    'select conversation, answered from conversations',
  )
  expect(Object.fromEntries(rows.map(({ conversation, answered }) => [conversation, answered]))).toEqual({
    answered: 103,
    promisedAgain: null,
    taken: null,
    closed: null,
  })
})
