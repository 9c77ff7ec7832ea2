import { useSignal } from '@preact/signals'
import { pictureAddress } from './card-address.js'

/**
 * A card's picture in a frame whose size is known before it comes, so that nothing jumps; one that does not come leaves the frame.
 * It decorates: what matters is in the words below.
 */
export function CardPicture({ image }: { readonly image: string | undefined }) {
  const lost = useSignal(false)
  const address = pictureAddress(image)
  if (!address) return null
  return (
    <span class="frame">
      {!lost.value && (
        <img
          // Before the address, which would be asked for at once without it.
          loading="lazy"
          referrerpolicy="no-referrer"
          decoding="async"
          alt=""
          draggable={false}
          src={address}
          onError={() => {
            lost.value = true
          }}
        />
      )}
    </span>
  )
}
