import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../', import.meta.url))

/** Does one named piece of work and says how long it took; a failure is the end of the script. */
export async function step(name, work) {
  const began = Date.now()
  const seconds = () => `${((Date.now() - began) / 1000).toFixed(1)} s`
  console.log(`▸ ${name}`)
  try {
    const result = await work()
    console.log(`✔ ${name}, ${seconds()}`)
    return result
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    console.error(`✘ ${name}, after ${seconds()}`)
    process.exit(1)
  }
}

/** Runs a program of the workspace (`tsc`, `biome`, `vitest`) at its root. */
export function run(program, ...args) {
  return new Promise((resolve, reject) => {
    const command = process.platform === 'win32' ? `${program}.CMD` : program
    const child = spawn(`${root}node_modules/.bin/${command}`, args, {
      cwd: root,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    })
    child.once('error', reject)
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${program} ended with code ${code}`))))
  })
}
