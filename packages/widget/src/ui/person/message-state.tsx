import { computed } from '@preact/signals'
import type { Id, Transcript } from '@shopbell/core'
import { useMemo } from 'preact/hooks'
import { warningSign } from '../answer/icons.js'
import { Icon } from '../icons.js'
import { hasLastWord } from './has-last-word.js'
import { Receipt } from './receipt.js'
import { usePersonWords } from './use-person-words.js'

/** What became of an own line: said under the last one only, and under every one that was not sent. */
export function MessageState({ line }: { readonly line: Id }) {
  const { chat, words, talk, signals } = usePersonWords()
  const mark = useMemo(() => computed(() => signals.marks.value[line]), [signals, line]).value
  const last = useMemo(() => computed(() => isLastOwn(signals.transcript.value, line)), [signals, line]).value
  // The line that was sent with a ticket keeps its receipt, except while the ticket's card shows it.
  const receipt = signals.receipt.value
  if (!mark && receipt?.ticket && line.startsWith(`${receipt.turn}.`))
    return signals.status.value === 'ticket' && !hasLastWord(signals.transcript.value) ? null : <Receipt />
  if (!mark || (mark !== 'failed' && !last)) return null
  if (mark === 'failed') {
    return (
      <p class="state failed" data-told="">
        <Icon of={warningSign} />
        {talk.notSent}
        <button type="button" class="link" onClick={() => void chat.retry(line)}>
          {words.tryAgain}
        </button>
        <button type="button" class="link" onClick={() => void chat.send({ type: 'discard', cmid: line })}>
          {talk.discard}
        </button>
      </p>
    )
  }
  const waiting = signals.delivery.value.link === 'down'
  return (
    <p class="state" data-told={mark === 'sent' ? '' : undefined}>
      {mark === 'sent' ? talk.sent : mark === 'read' ? talk.read : waiting ? talk.waiting : talk.sending}
    </p>
  )
}

function isLastOwn({ chunks, tail }: Transcript, line: Id): boolean {
  const own = [...(chunks.at(-1) ?? []), ...tail].filter((entry) => entry.by === 'shopper')
  return own.at(-1)?.id === line
}
