import { mail, phone as telephone } from '../answer/icons.js'
import { Icon } from '../icons.js'
import { usePersonWords } from './use-person-words.js'

/** The ways to a person that need no server, where the shop has any. */
export function ContactLinks() {
  const { words, signals } = usePersonWords()
  const { mailto, phone } = signals.contact.value
  if (!mailto && !phone) return null
  return (
    <div class="contact">
      {mailto && (
        <a href={`mailto:${mailto}`}>
          <Icon of={mail} />
          {words.writeMail}
        </a>
      )}
      {phone && (
        <a href={`tel:${phone}`}>
          <Icon of={telephone} />
          <span>
            {words.call} <bdi dir="ltr">{phone}</bdi>
          </span>
        </a>
      )}
    </div>
  )
}
