import { safeAddress } from '../safe-address.js'

/** Where a card leads: what any link may open, or a page of the shop's own site by its path. `null` for anything else. */
export function cardAddress(link: string): URL | null {
  if (!/^\/(?![/\\])/.test(link)) return safeAddress(link)
  return URL.canParse(link, location.origin) ? new URL(link, location.origin) : null
}

/** A picture that may be loaded: over https, by an address that disguises nothing. */
export function pictureAddress(image: string | undefined): string | null {
  const url = image === undefined ? null : safeAddress(image)
  return url?.protocol === 'https:' ? url.href : null
}
