import { useSignal } from '@preact/signals'
import { fill } from '@shopbell/core'
import { useEffect } from 'preact/hooks'
import { cleanName } from '../clean-name.js'
import { shortFileName } from './short-file-name.js'
import { usePersonWords } from './use-person-words.js'

export interface PictureCardProps {
  readonly upload: string
  readonly name: string
}

/** A picture of the conversation. It is only ever loaded from where the chat says, never from an address in a message. */
export function PictureCard({ upload, name }: PictureCardProps) {
  const { chat, talk } = usePersonWords()
  const address = useSignal<string | null | undefined>(undefined)
  const shown = shortFileName(cleanName(name))
  useEffect(() => {
    let wanted = true
    const asked = chat.pictureUrl(upload)
    void asked.then((found) => {
      if (wanted) address.value = found
    })
    return () => {
      wanted = false
      // A picture is large, so nothing of it stays behind the line that showed it.
      void asked.then((found) => found?.startsWith('blob:') && URL.revokeObjectURL(found))
    }
  }, [upload])
  if (address.value === null) return <p class="bubble unsupported">{fill(talk.picture.gone, { name: shown })}</p>
  return (
    <div class="picture">
      {address.value && (
        <img
          src={address.value}
          alt={fill(talk.picture.named, { name: shown })}
          referrerpolicy="no-referrer"
          onError={() => {
            address.value = null
          }}
        />
      )}
    </div>
  )
}
