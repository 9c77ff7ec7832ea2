// `npm run soak`: 50 shoppers, 5 agents and 2 desk processes on PostgreSQL, over a bad network, with a restart every 60 seconds, for
// 20 minutes. `--minutes N`, `--shoppers N`, `--agents N`, `--processes N`, `--restart-every SECONDS`, `--seed N`, `--log FILE`.
// PostgreSQL is that of DATABASE_URL, or a server of its own. Exits non-zero on any finding. Run `npm run build` first.
import { appendFileSync } from 'node:fs'
import { runTypescript } from './run-typescript.mjs'

const given = (name) => {
  const at = process.argv.indexOf(`--${name}`)
  return at === -1 ? undefined : process.argv[at + 1]
}
const number = (name, otherwise) => Number(given(name) ?? otherwise)
const log = given('log')
// Goes on when the terminal that started it is closed.
process.on('SIGHUP', () => undefined)

const say = (line) => {
  const stamped = `${new Date().toISOString().slice(0, 19)}Z ${line}`
  console.log(stamped)
  if (log) appendFileSync(log, `${stamped}\n`)
}
try {
  const { soak } = await runTypescript('e2e/chaos/soak.ts')
  const sound = await soak({
    minutes: number('minutes', 20),
    shoppers: number('shoppers', 50),
    agents: number('agents', 5),
    processes: number('processes', 2),
    restartEvery: number('restart-every', 60),
    seed: number('seed', 1),
    say,
  })
  say(sound ? 'Sound.' : 'NOT SOUND.')
  process.exit(sound ? 0 : 1)
} catch (error) {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error))
  process.exit(1)
}
