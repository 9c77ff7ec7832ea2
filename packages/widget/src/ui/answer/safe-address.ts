/** An address that may be opened, or `null`: https, mail and telephone, without a user name that disguises where it leads. */
export function safeAddress(address: string): URL | null {
  let url: URL
  try {
    url = new URL(address)
  } catch {
    return null
  }
  if (url.username || url.password) return null
  return url.protocol === 'https:' || url.protocol === 'mailto:' || url.protocol === 'tel:' ? url : null
}
