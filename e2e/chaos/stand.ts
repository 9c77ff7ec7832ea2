import { type Browser, chromium } from 'playwright'
import { chromiumOptions } from '../browsers.js'
import { freePort } from '../demo-desk.js'
import { createPglite } from './database.js'
import { type DeskProcess, startDesk } from './desk-process.js'
import { createNodeAgent, type NodeAgent } from './node-agent.js'
import { type ChaosProxy, openChaosProxy } from './proxy.js'
import { newVisitor, type Visitor } from './visitor.js'

/** A real desk, a bad network before it, and a real browser. */
export interface Stand {
  readonly proxy: ChaosProxy
  readonly browser: Browser
  /** Talks to the desk itself, past the network: what it reads is what the desk has. */
  readonly agent: NodeAgent
  readonly desk: () => DeskProcess
  /** Somebody who has called a person through the network. */
  visitor(name: string): Promise<Visitor>
  /** A new process on the same port and data. */
  restart(crashAt?: string): Promise<void>
  close(): Promise<void>
}

export async function openStand(): Promise<Stand> {
  const database = createPglite()
  const port = await freePort()
  const start = (crashAt?: string) =>
    startDesk({ port, environment: database.environment, ...(crashAt === undefined ? {} : { crashAt }) })
  let [desk, browser, proxy] = await Promise.all([
    start(),
    chromiumOptions().then((options) => chromium.launch(options)),
    openChaosProxy({ upstreams: [port] }),
  ])
  const agent = await createNodeAgent(desk.url, 'Mira')
  // A shop is open when somebody is there.
  await agent.sitDown()
  return {
    proxy,
    browser,
    agent,
    desk: () => desk,
    visitor: (name) => newVisitor(browser, proxy.url, agent, name),
    async restart(crashAt) {
      if (desk.isRunning()) await desk.kill('SIGKILL')
      desk = await start(crashAt)
    },
    async close() {
      agent.leave()
      await browser.close()
      await proxy.close()
      if (desk.isRunning()) await desk.kill('SIGTERM')
      await database.drop()
    },
  }
}
