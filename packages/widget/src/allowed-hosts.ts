import type { Options } from './options.js'

/** Where a theme and its pictures may come from: the page's own host, the desk's, and those that the shop has named. */
export function allowedHosts({ hosts = '', backend = '' }: Options): readonly string[] {
  const own = [location.href, backend].flatMap((address) => (URL.canParse(address) ? [new URL(address).host] : []))
  return [...own, ...hosts.toLowerCase().split(/[\s,]+/)].filter(Boolean)
}
