import { OPENING_LIMITS } from '@shopbell/core'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { useAnswer, useCounter, usePerson } from './counter.js'
import { arrowUp, Icon } from './icons.js'

/** From here on the sentence under the field says how much is left. */
const NEARLY = OPENING_LIMITS.message - 400

/** Where the shopper writes. What was written stays in the field until it is safely kept. */
export function Composer() {
  const counter = useCounter()
  const { chat, view, words, signals } = counter
  const answer = useAnswer()
  const person = usePerson()
  const field = useRef<HTMLTextAreaElement>(null)
  const sending = useRef(false)
  const draft = view.draft.value
  const left = OPENING_LIMITS.message - draft.length

  useLayoutEffect(() => {
    if (field.current) answer?.fitHeight(field.current)
  }, [answer, draft])

  async function send() {
    const text = view.draft.value
    if (sending.current || text.trim() === '' || text.length > OPENING_LIMITS.message) return field.current?.focus()
    sending.current = true
    await chat.send({ type: 'say', text: text.trim() })
    sending.current = false
    // What was typed meanwhile is not lost.
    if (view.draft.value.startsWith(text)) view.draft.value = view.draft.value.slice(text.length)
    return field.current?.focus()
  }

  if (!signals.composer.value) return null
  const pictures = signals.attach.value ? person : undefined
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <div class="field" part="composer">
        {pictures && <pictures.PictureButton />}
        <textarea
          ref={field}
          rows={1}
          dir="auto"
          aria-label={words.compose}
          placeholder={words.compose}
          aria-invalid={left < 0}
          aria-describedby="limit"
          autocomplete="off"
          enterkeyhint="send"
          value={draft}
          onInput={(event) => {
            view.draft.value = event.currentTarget.value
            if (signals.status.value === 'live') chat.typing()
          }}
          onKeyDown={(event) => {
            // 229 is what Safari says of the Enter that ends a composition.
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return
            event.preventDefault()
            void send()
          }}
          onPaste={(event) => {
            const file = event.clipboardData?.files[0]
            if (!file || !pictures) return
            event.preventDefault()
            void pictures.attachPicture(counter, file)
          }}
        />
        <button type="submit" class="send" aria-label={words.send} aria-disabled={draft.trim() === '' || left < 0}>
          <Icon of={arrowUp} />
        </button>
      </div>
      <p class={left < 0 ? 'limit error' : 'limit'} id="limit" role="status">
        {answer && draft.length > NEARLY && <answer.LengthNote left={left} />}
      </p>
    </form>
  )
}
