import type { Card } from '@shopbell/core'
import { useWords } from '../use-words.js'
import { cardAddress } from './card-address.js'
import { CardPicture } from './card-picture.js'

/** What is on a card. Its title is its link, which the whole card takes the taps of. */
export function CardFace({ card: { title, text, image, link }, pictures }: { readonly card: Card; readonly pictures: boolean }) {
  const { more } = useWords()
  const address = link === undefined ? null : cardAddress(link)
  const away = address?.protocol.startsWith('http')
  return (
    <>
      {pictures && <CardPicture image={image} />}
      <div class="face" dir="auto">
        {address ? (
          <a class="name" href={address.href} {...(away ? { target: '_blank', rel: 'noopener noreferrer' } : {})}>
            {title}
            {away && <span class="unseen"> ({more.newTab})</span>}
          </a>
        ) : (
          <p class="name">{title}</p>
        )}
        {text && <p>{text}</p>}
        {away && address?.host !== location.host && <small class="host">{address?.host}</small>}
      </div>
    </>
  )
}
