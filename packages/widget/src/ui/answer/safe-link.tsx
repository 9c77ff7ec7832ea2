import type { ComponentChildren } from 'preact'
import { safeAddress } from './safe-address.js'
import { useWords } from './use-words.js'

export interface SafeLinkProps {
  readonly address: string
  /** The words of the link, as text. */
  readonly text: string
  readonly children?: ComponentChildren
}

/** A link that says where it leads when its own words do not. An address that may not be opened leaves the words alone. */
export function SafeLink({ address, text }: SafeLinkProps) {
  const { more } = useWords()
  const url = safeAddress(address)
  if (!url) return <>{text}</>
  const outside = url.protocol === 'https:'
  return (
    <a href={url.href} {...(outside ? { target: '_blank', rel: 'noopener noreferrer' } : {})}>
      {text}
      {outside && !text.includes(url.host) && <small class="host"> ({url.host})</small>}
      {outside && <span class="unseen"> ({more.newTab})</span>}
    </a>
  )
}
