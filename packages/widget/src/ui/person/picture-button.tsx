import { useRef } from 'preact/hooks'
import { Icon } from '../icons.js'
import { attachPicture } from './attach-picture.js'
import { picture } from './icons.js'
import { usePersonWords } from './use-person-words.js'

/** Opens the device's own chooser for one picture. With `words` it is a button that says so, without a small mark. */
export function PictureButton({ words }: { readonly words?: string }) {
  const counter = usePersonWords()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button
        type="button"
        class={words ? 'secondary with-icon' : 'icon-button'}
        aria-label={words ? undefined : counter.talk.picture.add}
        onClick={() => input.current?.click()}
      >
        <Icon of={picture} />
        {words}
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
