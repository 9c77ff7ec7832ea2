import type { Options } from './options.js'

/** The hosts that the shop has named. A theme's pictures come from these only: what else is asked, a theme does not decide. */
export const namedHosts = ({ hosts = '' }: Options): readonly string[] =>
  hosts
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)

/** Where a theme itself may come from: the page's own host, the desk's, and those that the shop has named. */
export function allowedHosts(options: Options): readonly string[] {
  const own = [location.href, options.backend ?? ''].flatMap((address) => (URL.canParse(address) ? [new URL(address).host] : []))
  return [...own, ...namedHosts(options)].filter(Boolean)
}
