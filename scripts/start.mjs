// `npm start`: builds what is out of date and opens the demo shop.
import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { buildAll } from './build.mjs'
import { isFresh } from './is-fresh.mjs'
import { run, step } from './step.mjs'

const server = fileURLToPath(new URL('../examples/desk/dist/server/main.js', import.meta.url))
const port = Number(process.env.PORT ?? 4600)

const isFree = () =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, process.env.HOST ?? '127.0.0.1', () => probe.close(() => resolve(true)))
  })

if (!Number.isInteger(port) || port < 1 || port > 65_535) {
  console.error(`PORT should be a number from 1 to 65535, not "${process.env.PORT}".`)
  process.exit(1)
}
if (!(await isFree())) {
  console.error(`Port ${port} is taken. Choose another one: PORT=${port + 1} npm start`)
  process.exit(1)
}

await step('Types and packages', () => run('tsc', '-b'))
if (isFresh()) console.log('✔ Widget and inbox are up to date')
else await buildAll()

const desk = spawn(process.execPath, [server], {
  stdio: 'inherit',
  env: { ...process.env, PORT: String(port) },
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => desk.kill(signal))
desk.once('exit', (code) => process.exit(code ?? 1))
