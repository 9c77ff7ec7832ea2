import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import type { WebkitPaths } from './browsers.js'
import { freePort } from './demo-desk.js'

/** A WebKitGTK window. */
export interface WebkitPage {
  goto(url: string): Promise<void>
  /** Runs a function body in the page and answers what it returns; it may `await`. */
  evaluate(body: string): Promise<unknown>
  close(): Promise<void>
}

/**
 * Opens WebKitGTK by its own driver, with just enough of the W3C WebDriver protocol: Playwright's WebKit is another build and
 * cannot be had from npm.
 */
export async function openWebkit(paths: WebkitPaths): Promise<WebkitPage> {
  const port = await freePort()
  const children: ChildProcess[] = []
  const display = paths.screen ? await startScreen(paths.screen, children) : (process.env.DISPLAY ?? ':0')
  children.push(
    spawn(paths.driver, [`--port=${port}`], {
      stdio: 'ignore',
      env: { ...process.env, DISPLAY: display, GDK_BACKEND: 'x11', LIBGL_ALWAYS_SOFTWARE: '1' },
    }),
  )
  const stop = () => {
    for (const child of children) child.kill()
  }

  const call = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.timeout(15_000),
    })
    const { value } = (await answer.json()) as { value: unknown }
    if (!answer.ok) throw new Error(`${method} ${path}: ${JSON.stringify(value).slice(0, 300)}`)
    return value
  }

  try {
    await until(() => call('GET', '/status'))
    const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': { binary: paths.browser, args: ['--automation'] } } }
    const { sessionId } = (await call('POST', '/session', { capabilities })) as { sessionId: string }
    const session = `/session/${sessionId}`
    return {
      goto: async (url) => void (await call('POST', `${session}/url`, { url })),
      evaluate: async (body) => {
        const script = `const done = arguments[arguments.length - 1];
          (async () => { ${body} })().then((value) => done({ value: value ?? null }), (error) => done({ error: String(error) }))`
        const result = (await call('POST', `${session}/execute/async`, { args: [], script })) as {
          value?: unknown
          error?: string
        }
        if (result.error !== undefined) throw new Error(`in the page: ${result.error}`)
        return result.value
      },
      close: async () => {
        await call('DELETE', session).catch(() => undefined)
        stop()
      },
    }
  } catch (error) {
    stop()
    throw error
  }
}

async function until(works: () => Promise<unknown>) {
  for (let left = 50; ; left--) {
    try {
      return await works()
    } catch (error) {
      if (left === 0) throw error
      await pause(100)
    }
  }
}

/** Starts Xvfb on a display of its own choice and answers its name once the screen is up. */
function startScreen(program: string, children: ChildProcess[]): Promise<string> {
  const screen = spawn(program, ['-displayfd', '3', '-screen', '0', '1280x900x24'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  children.push(screen)
  return new Promise((resolve, reject) => {
    screen.stdio[3]?.once('data', (number: Buffer) => resolve(`:${number.toString().trim()}`))
    screen.once('exit', () => reject(new Error('Xvfb did not start')))
  })
}
