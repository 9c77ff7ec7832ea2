import type { Browser } from 'playwright'
import { expect, test } from 'vitest'
import { runInbox } from './inbox-sinks.js'
import { OWN_PAYLOADS } from './payloads.js'
import { CHAT_SINKS, INBOX_SINKS, named, sinksIn } from './sinks.js'
import { runWidget } from './widget-sinks.js'

/** So many texts are written on one page. */
const PER_PAGE = 300

/** What the sinks are on: a browser that reaches a desk on this machine, and the desk of the inbox, its shop open. */
export interface SinkStage {
  readonly browser: Browser
  readonly desk: string
}

/** Puts `texts` into all sinks, and shows for every single one that the oracle would see it if it drew markup. */
export function testSinks(texts: readonly string[], stage: () => SinkStage): void {
  const pages = Array.from({ length: Math.ceil(texts.length / PER_PAGE) }, (_, index) => {
    const part = texts.slice(index * PER_PAGE, (index + 1) * PER_PAGE)
    return [`texts ${index * PER_PAGE + 1} to ${index * PER_PAGE + part.length}`, part] as const
  })
  // A few side by side take less time; many would only wait for each other.
  const some = pages.length > 1 ? test : test.concurrent
  some.each(pages)('nothing that anybody writes becomes more than text in the chat: %s', async (_, written) => {
    const { seen, lost, count } = await runWidget(stage().browser, written)
    console.log(`${count} texts went into the chat.`)
    expect(seen).toEqual([])
    expect(lost).toEqual([])
  })

  some.each(pages)('nothing that anybody writes becomes more than text in the inbox: %s', async (_, written) => {
    const { seen, lost, count } = await runInbox(stage(), written)
    console.log(`${count} texts went into the inbox.`)
    expect(seen).toEqual([])
    expect(lost).toEqual([])
  })

  some('the oracle sees every sink of the chat that draws markup', async () => {
    const { seen } = await runWidget(stage().browser, OWN_PAYLOADS, true)
    expect(sinksIn(seen)).toEqual(CHAT_SINKS.map(named).sort())
    expect(seen).toContainEqual(expect.stringMatching(/^the policy/))
  })

  some('the oracle sees every sink of the inbox that draws markup', async () => {
    const { seen } = await runInbox(stage(), OWN_PAYLOADS, true)
    expect(sinksIn(seen)).toEqual(INBOX_SINKS.map(named).sort())
    expect(seen).toContainEqual(expect.stringMatching(/^the policy/))
  })
}
