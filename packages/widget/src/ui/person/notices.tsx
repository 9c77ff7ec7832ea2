import { fill, LIMITS, plural } from '@shopbell/core'
import { warningSign } from '../answer/icons.js'
import { Icon } from '../icons.js'
import { usePersonWords } from './use-person-words.js'

const WITH_THE_DESK = ['sending', 'queued', 'live']

/** What is wrong or has to be known just now, above the composer: the link, pictures, and what is not kept. */
export function Notices() {
  const { signals, picture, view, talk } = usePersonWords()
  const { link, waiting } = signals.delivery.value
  const cut = WITH_THE_DESK.includes(signals.status.value) && (link === 'down' || link === 'connecting')
  const { value } = picture
  const sentences = {
    none: '',
    attached: '',
    adding: talk.picture.adding,
    too_big: fill(talk.picture.tooBig, { size: LIMITS.upload / 1_000_000 }, view.locale),
    not_an_image: talk.picture.notAnImage,
    unavailable: talk.picture.unavailable,
  }
  return (
    <div class="notices" role="status">
      {cut && (
        <p class="notice late">
          <i class="spinner" />
          <span>
            {talk.reconnecting} {waiting > 0 && plural(talk.offlineKept, waiting, view.locale)}
          </span>
        </p>
      )}
      {sentences[value] && (
        <p class="notice">
          {value === 'adding' ? <i class="spinner" /> : <Icon of={warningSign} />}
          {sentences[value]}
        </p>
      )}
    </div>
  )
}
