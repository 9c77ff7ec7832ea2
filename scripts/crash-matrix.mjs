// `npm run crash-matrix`: kills the real desk at every named place, 50 times each, on both databases, and compares what shoppers saw
// with what the database has. `--rounds N`, `--engine pglite|postgres`, `--points a,b`, `--seed N`. PostgreSQL is that of
// DATABASE_URL, or a server of its own where one is installed. Exits non-zero on any finding. Run `npm run build` first.
import { runTypescript } from './run-typescript.mjs'

const given = (name) => {
  const at = process.argv.indexOf(`--${name}`)
  return at === -1 ? undefined : process.argv[at + 1]
}
const { printCrashMatrix } = await runTypescript('e2e/chaos/print-crash-matrix.ts')
const sound = await printCrashMatrix({
  rounds: Number(given('rounds') ?? 50),
  seed: Number(given('seed') ?? 1),
  engines: given('engine')?.split(','),
  points: given('points')?.split(','),
})
process.exit(sound ? 0 : 1)
