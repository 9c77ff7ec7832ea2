// A theme in a file of its own, named by the script tag. Who wears a shipped skin, or none, never downloads this.
import { allowedHosts } from './allowed-hosts.js'
import type { Options } from './options.js'
import { ownLook } from './own-look.js'
import type { Look } from './skins.js'
import { diagnose, type Warn } from './warn.js'

/** No theme is larger, in bytes. */
const LARGEST = 64_000
/** The shop's page does not wait longer for a look, in milliseconds; the default one is worn meanwhile. */
const PATIENCE = 10_000
/** What has come, by address, so that a change of something else is no second request. */
const kept = new Map<string, string>()
/** When something did not come, by address: it is not asked for again at once. In milliseconds since the page began. */
const failed = new Map<string, number>()
const PAUSE = 60_000

/** Why a theme at an address is not worn; what is said of each is in `diagnose.ts`. A number is the status of an answer. */
export type ThemeFault = 'plain' | 'password' | 'foreign' | 'late' | 'large' | 'moved' | 'unreachable' | number

/**
 * The look of the theme at an address, fetched without cookies and read as a stranger's. `null` where it is
 * not worn: then the console says why.
 */
export async function packedLook(theme: string, options: Options, warn: Warn): Promise<Look | null> {
  if (!URL.canParse(theme, location.href)) return null
  const address = new URL(theme, location.href)
  const refused = faultOf(address, options)
  const since = performance.now() - (failed.get(address.href) ?? Number.NEGATIVE_INFINITY)
  if (!refused && since < PAUSE) return null
  const { text, fault } = refused ?? (await answerOf(address))
  if (text === undefined) {
    if (!refused) failed.set(address.href, performance.now())
    diagnose((words) => words.unwornTheme(address, fault, warn))
    return null
  }
  kept.set(address.href, text)
  return ownLook(text, options, warn)
}

/** A text that has come, or why none has. */
type Answer = { readonly text: string; readonly fault?: undefined } | { readonly text?: undefined; readonly fault: ThemeFault }

/** Why an address is not even asked. What no shop could allow is said before what it could. */
function faultOf({ protocol, origin, host, username, password }: URL, options: Options): Answer | undefined {
  if (protocol !== 'https:' && origin !== location.origin) return { fault: 'plain' }
  if (username || password) return { fault: 'password' }
  return allowedHosts(options).includes(host) ? undefined : { fault: 'foreign' }
}

async function answerOf(address: URL): Promise<Answer> {
  const text = kept.get(address.href)
  if (text !== undefined) return { text }
  try {
    return await fetchText(address)
  } catch (error) {
    return { fault: error instanceof DOMException && error.name === 'TimeoutError' ? 'late' : 'unreachable' }
  }
}

/** What is at an address, while it is as small as a theme. A redirect could lead to a host that nobody allowed, so none is followed. */
async function fetchText(address: URL): Promise<Answer> {
  const { ok, type, status, body } = await fetch(address, {
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    redirect: 'manual',
    signal: AbortSignal.timeout(PATIENCE),
  })
  if (type === 'opaqueredirect') return { fault: 'moved' }
  if (!ok || !body) return { fault: status }
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  for (let size = 0; ; ) {
    const { done, value } = await reader.read()
    if (done) return { text: text + decoder.decode() }
    size += value.length
    if (size > LARGEST) {
      await reader.cancel()
      return { fault: 'large' }
    }
    text += decoder.decode(value, { stream: true })
  }
}
