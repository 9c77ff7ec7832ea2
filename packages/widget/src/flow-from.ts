// A chunk of its own: only a shop whose flow is a file downloads it, and what checks flows.
import type { Flow } from '@shopbell/core'
import { parseFlow, strayWays } from '@shopbell/core/flows'

/** How long a greeting waits for the flow, in milliseconds; then this visit has the default one. */
const PATIENCE = 2_900

/** Bytes of a flow file. */
const MOST = 1_000_000

// What is said of a broken file; mending these shows the rest.
const MOST_FINDINGS = 5

/**
 * The flow in a file of the shop's own site, or of another over https. Where there is none that can be used, the console says why,
 * and there is no flow. It never rejects.
 *
 * @example const flow = await flowFrom('/flow.json')
 */
export async function flowFrom(address: string): Promise<Flow | undefined> {
  try {
    const parsed = parseFlow(JSON.parse(await read(address)))
    const found = 'flow' in parsed ? strayWays(parsed.flow) : parsed.findings
    if ('flow' in parsed && found.length === 0) return parsed.flow
    const faults = found.slice(0, MOST_FINDINGS).map(({ path, says }) => `\n  ${path || 'the file'}: ${says}`)
    const count = found.length
    throw new Error(`It has ${count === 1 ? 'a fault' : `${count} faults`}.${faults.join('')}\n"npx shopbell check" says more.`)
  } catch (reason) {
    const why = reason instanceof Error ? reason.message : String(reason)
    console.error(`[shopbell] The flow "${address.slice(0, 200)}" cannot be used, so the default one is. ${why}`)
    return undefined
  }
}

async function read(address: string): Promise<string> {
  const url = new URL(address, location.href)
  if (url.origin !== location.origin && url.protocol !== 'https:')
    throw new Error('It has to be on this site, or begin with https://.')
  const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE), credentials: 'same-origin' })
  if (!response.ok) throw new Error(`The server answered with ${response.status}.`)
  const reader = response.body?.getReader()
  const decoder = new TextDecoder()
  let text = ''
  for (let bytes = 0; ; ) {
    const piece = await reader?.read()
    if (!piece || piece.done) return text + decoder.decode()
    bytes += piece.value.length
    if (bytes > MOST) {
      void reader?.cancel()
      throw new Error('It is larger than 1 MB.')
    }
    text += decoder.decode(piece.value, { stream: true })
  }
}
