import { Icon } from '../icons.js'
import { useWords } from './use-words.js'

/** The ways to a person that need no server, where the shop has any. */
export function ContactLinks() {
  const { words, signals } = useWords()
  const { mailto, phone } = signals.contact.value
  return (
    <>
      {mailto && (
        <a href={`mailto:${mailto}`}>
          <Icon name="mail" />
          {words.writeMail}
        </a>
      )}
      {phone && (
        <a href={`tel:${phone}`}>
          <Icon name="phone" />
          <span>
            {words.call} <bdi dir="ltr">{phone}</bdi>
          </span>
        </a>
      )}
    </>
  )
}
