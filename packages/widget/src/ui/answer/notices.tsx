import { fill, LIMITS, plural } from '@shopbell/core'
import { Icon } from '../icons.js'
import { useWords } from './use-words.js'

const WITH_THE_DESK = ['sending', 'queued', 'live']

/** What is wrong or has to be known just now, above the composer: the link, pictures, and what is not kept. */
export function Notices() {
  const { signals, more, picture, view } = useWords()
  const { link, level, waiting } = signals.delivery.value
  const cut = WITH_THE_DESK.includes(signals.status.value) && (link === 'down' || link === 'connecting')
  const told = signals.lastOwn.value !== undefined
  const { value } = picture
  const sentences = {
    none: '',
    attached: '',
    adding: more.picture.adding,
    too_big: fill(more.picture.tooBig, { size: LIMITS.upload / 1_000_000 }),
    not_an_image: more.picture.notAnImage,
    unavailable: more.picture.unavailable,
  }
  return (
    <div class="notices" role="status">
      {cut && (
        <p class="notice late">
          <i class="spinner" />
          <span>
            {more.reconnecting} {waiting > 0 && plural(more.offlineKept, waiting, view.locale)}
          </span>
        </p>
      )}
      {sentences[value] && (
        <p class="notice">
          {value === 'adding' ? <i class="spinner" /> : <Icon name="alert" />}
          {sentences[value]}
        </p>
      )}
      {level === 'memory' && told && <p class="notice quiet">{more.notSaved}</p>}
    </div>
  )
}
