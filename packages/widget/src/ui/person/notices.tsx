import { useSignal } from '@preact/signals'
import { fill, LIMITS, plural } from '@shopbell/core'
import { useEffect } from 'preact/hooks'
import { warningSign } from '../answer/icons.js'
import { Icon } from '../icons.js'
import { usePersonWords } from './use-person-words.js'

const WITH_THE_DESK = ['sending', 'queued', 'live']

/** What is wrong or has to be known just now, above the composer: the link, pictures, and what is not kept. */
export function Notices() {
  const { signals, picture, view, talk } = usePersonWords()
  const { link, waiting } = signals.delivery.value
  const cut = WITH_THE_DESK.includes(signals.status.value) && (link === 'down' || link === 'connecting')
  const late = useSignal(true)
  useEffect(() => {
    late.value = true
  }, [cut])
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
    <div class="notices">
      {cut && (
        // What is mended at once is neither seen nor said.
        <p
          key={`${late.value}`}
          class={late.value ? 'notice late' : 'notice'}
          data-told={late.value ? undefined : ''}
          onAnimationEnd={() => {
            late.value = false
          }}
        >
          <i class="spinner" />
          <span>
            {talk.reconnecting} {waiting > 0 && plural(talk.offlineKept, waiting, view.locale)}
          </span>
        </p>
      )}
      {sentences[value] && (
        <p class="notice" data-told="">
          {value === 'adding' ? <i class="spinner" /> : <Icon of={warningSign} />}
          {sentences[value]}
        </p>
      )}
    </div>
  )
}
