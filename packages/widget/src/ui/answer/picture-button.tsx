import { useRef } from 'preact/hooks'
import { Icon } from '../icons.js'
import { attachPicture } from './attach-picture.js'
import { useWords } from './use-words.js'

/** Opens the device's own chooser for one picture. */
export function PictureButton() {
  const counter = useWords()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button type="button" class="icon-button" aria-label={counter.more.picture.add} onClick={() => input.current?.click()}>
        <Icon name="picture" />
      </button>
      <input
        ref={input}
        class="unseen"
        type="file"
        accept="image/jpeg,image/png,image/webp,image/gif"
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          const field = event.currentTarget
          const file = field.files?.[0]
          if (file) void attachPicture(counter, file)
          // The same picture can be chosen again.
          field.value = ''
        }}
      />
    </>
  )
}
