import { PictureButton } from './picture-button.js'
import { usePersonWords } from './use-person-words.js'

/** Asks for a photo where one helps. A shop that takes no pictures says so, instead of asking for what cannot be given. */
export function PhotoRequest() {
  const { signals, talk } = usePersonWords()
  if (!signals.attach.value) return <p class="note">{talk.review.photoLater}</p>
  return (
    <div class="entry">
      <PictureButton words={talk.review.addPhoto} />
      <p class="note">{talk.review.photoHelps}</p>
    </div>
  )
}
