/**
 * A web origin, parsed. `null` for anything that is not exactly one: `Origin: null` (sandboxed frames, files), a path, a user, a
 * trailing dot, a scheme other than http and https.
 */
export function parseOrigin(text: string): URL | null {
  let url: URL
  try {
    url = new URL(text)
  } catch {
    return null
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null
  // What a browser sends is the serialised origin; whatever differs from that was written by hand.
  return url.origin === text && !url.hostname.endsWith('.') ? url : null
}

/** Web origins as somebody wrote them, with commas. A slash at the end is forgiven; the first that is none is `bad`. */
export function readOrigins(list: string): { readonly good: readonly string[]; readonly bad?: string } {
  const written = list
    .split(',')
    .map((origin) => origin.trim())
    .filter(Boolean)
  const good = written.map((origin) => origin.replace(/\/$/, '').toLowerCase())
  const bad = written.find((_, index) => !parseOrigin(good[index] ?? ''))
  return bad === undefined ? { good } : { good, bad }
}

/** Whether a host name is this machine's own. */
export function isLoopbackName(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || hostname === '::1' || /^127(\.\d{1,3}){3}$/.test(hostname)
}

/** Whether an origin is a page on this machine. */
export function isLoopbackOrigin(origin: URL): boolean {
  return isLoopbackName(origin.hostname)
}

/** Whether a `Host` header names this machine: a stranger's name that resolves to 127.0.0.1 does not (DNS rebinding). */
export function isLoopbackHost(host: string | undefined): boolean {
  const name = host?.match(/^(\[[\da-f:]+\]|[\w.-]+)(:\d{1,5})?$/i)?.[1]
  return name !== undefined && isLoopbackName(name.toLowerCase())
}
