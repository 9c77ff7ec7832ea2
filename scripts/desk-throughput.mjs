// `npm run bench:desk`: messages per second and memory of one desk with PostgreSQL, beside a bare socket.io server in the same run.
// PostgreSQL is that of DATABASE_URL, or a server of its own. Run `npm run build` first, and nothing beside it.
import { cpus, loadavg } from 'node:os'
import { runTypescript } from './run-typescript.mjs'

const load = loadavg()[0]?.toFixed(1)
console.log(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown CPU'}, load before ${load}\n`,
)
const { benchDeskThroughput } = await runTypescript('bench/desk-throughput.ts')
await benchDeskThroughput()
process.exit(0)
