import { startOwnPostgres } from '../../examples/desk/src/server/database/own-postgres.test.support.js'
import { CRASH_POINTS, type CrashPoint, type CrashRow, crashAt } from './crash-matrix.js'
import { type ChaosDatabase, createPglite, createPostgres } from './database.js'
import { countOf } from './judge.js'

export interface CrashMatrixOptions {
  readonly rounds: number
  readonly seed: number
  /** Defaults to both. */
  readonly engines?: readonly string[] | undefined
  /** Defaults to all. */
  readonly points?: readonly string[] | undefined
}

/** Runs the matrix and prints it as a table, line by line. Answers whether nothing was found. */
export async function printCrashMatrix({ rounds, seed, engines, points }: CrashMatrixOptions): Promise<boolean> {
  const chosen = CRASH_POINTS.filter((point) => points?.includes(point) ?? true)
  const wants = (engine: ChaosDatabase['engine']) => engines?.includes(engine) ?? true
  const own = wants('postgres') && !process.env.DATABASE_URL ? await startOwnPostgres({ fsync: 'on' }) : null
  const url = process.env.DATABASE_URL ?? own?.url
  const makers: (() => Promise<ChaosDatabase>)[] = []
  if (wants('postgres') && url) makers.push(() => createPostgres(url))
  else if (wants('postgres')) console.log('PostgreSQL: not run. Set DATABASE_URL, or install a server.\n')
  if (wants('pglite')) makers.push(async () => createPglite())

  let findings = 0
  let crashes = 0
  console.log(
    '| died at | database | crashes | lines | shown as sent, looked up | under way | false sent | lost | twice | disorder | untrue | s |',
  )
  console.log('|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|')
  try {
    for (const make of makers) {
      for (const point of chosen) {
        const row = await onFreshDatabase(make, point, rounds, seed).catch((error: unknown) => String(error))
        if (typeof row === 'string') {
          console.log(`  ${row}`)
          findings++
          continue
        }
        console.log(lineOf(row))
        for (const [kind, list] of Object.entries(row.verdicts))
          for (const what of list.slice(0, 5)) console.log(`  ${kind}: ${what}`)
        findings += countOf(row.verdicts)
        crashes += row.crashes
      }
    }
  } finally {
    await own?.stop()
  }
  console.log(`\n${crashes} deaths, ${findings} findings.`)
  return findings === 0 && crashes === makers.length * chosen.length * rounds
}

/** One line of the matrix on a database of its own. */
export async function onFreshDatabase(
  make: () => Promise<ChaosDatabase>,
  point: CrashPoint,
  rounds: number,
  seed: number,
): Promise<CrashRow> {
  const database = await make()
  try {
    return await crashAt(point, rounds, database, seed)
  } finally {
    await database.drop()
  }
}

function lineOf({ point, engine, crashes, lines, sentAtDeath, underWay, verdicts, seconds }: CrashRow): string {
  const { falseSent, lost, twice, disorder, untrue } = verdicts
  const found = [falseSent, lost, twice, disorder, untrue].map(({ length }) => length)
  return `| ${[point, engine, crashes, lines, sentAtDeath, underWay, ...found, Math.round(seconds)].join(' | ')} |`
}
