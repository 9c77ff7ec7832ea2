// `npm run bench`: the figures of bench/results.md, as rows of a table. Run `npm run build` first. Ratios of one run count, not single numbers.
// `npm run bench -- peers` installs three chat widgets from npm in a folder outside the workspace and measures them beside ours; a number after it
// says how many rounds.
import { cpus } from 'node:os'
import { runTypescript } from './run-typescript.mjs'

console.log(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown CPU'}\n`,
)
if (process.argv[2] === 'peers') {
  const { benchPeers } = await runTypescript('bench/peers.ts')
  await benchPeers()
} else {
  await import('../bench/machine.mjs')
  const { benchCheckFlow } = await runTypescript('bench/check-flow.ts')
  benchCheckFlow()
  const { benchGreeting } = await runTypescript('bench/greeting.ts')
  await benchGreeting()
  const { benchThemeSwitch } = await runTypescript('bench/theme-switch.ts')
  await benchThemeSwitch()
  const { benchTranscript } = await runTypescript('bench/transcript.ts')
  await benchTranscript()
}
