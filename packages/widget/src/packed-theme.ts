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

/**
 * The look of the theme at an address, fetched without cookies and read as a stranger's. `null` where it is
 * not worn: then the console says why.
 */
export async function packedLook(theme: string, options: Options, warn: Warn): Promise<Look | null> {
  if (!URL.canParse(theme, location.href)) return null
  const address = new URL(theme, location.href)
  if (!allowedHosts(options).includes(address.host)) {
    diagnose((words) => words.foreignTheme(address.host, warn))
    return null
  }
  const since = performance.now() - (failed.get(address.href) ?? Number.NEGATIVE_INFINITY)
  if (since < PAUSE) return null
  const text = kept.get(address.href) ?? (await fetchText(address).catch(() => null))
  if (text === null) {
    failed.set(address.href, performance.now())
    diagnose((words) => words.unfetchedTheme(address.origin + address.pathname, warn))
    return null
  }
  kept.set(address.href, text)
  return ownLook(text, options, warn)
}

/** What is at an address, while it is as small as a theme. A redirect could lead to a host that nobody allowed, so none is followed. */
async function fetchText(address: URL): Promise<string | null> {
  const safe = address.protocol === 'https:' || address.origin === location.origin
  if (!safe || address.username || address.password) return null
  const { ok, body } = await fetch(address, {
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE),
  })
  if (!ok || !body) return null
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  for (let size = 0; ; ) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    size += value.length
    if (size > LARGEST) {
      await reader.cancel()
      return null
    }
    text += decoder.decode(value, { stream: true })
  }
}
