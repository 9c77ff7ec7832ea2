// A part of its own: who does not ask what is stored never downloads it.
import { type ReadonlySignal, signal, useSignal } from '@preact/signals'
import { type DeviceWords, deviceWords, plural } from '@shopbell/core'
import { render } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Inside } from '../page/inside.js'
import css from '../styles/receipt.css?inline'
import { adoptStyles } from '../styles.js'
import { cross, Icon } from '../ui/icons.js'
import { type Erased, eraseEverywhere } from './erase-everywhere.js'
import { type Receipt, readReceipt } from './read-receipt.js'

const shown = new WeakMap<Inside, HTMLElement>()

/** Shows what is stored of the shopper, in a window of its own above the page, with the way to delete it. */
export function openReceipt(inside: Inside): void {
  // Where everything was drawn anew meanwhile, as after a change of language, it is not there any more.
  if (shown.get(inside)?.isConnected) return
  const { root, view, site, endings } = inside
  adoptStyles(root, css)
  const sheet = root.adoptedStyleSheets.at(-1)
  const place = document.createElement('div')
  place.className = 'root'
  place.dir = view.direction
  place.lang = view.locale
  root.append(place)
  const end = () => {
    render(null, place)
    place.remove()
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one) => one !== sheet)
  }
  shown.set(inside, place)
  endings.push(end)
  const receipt = signal<Receipt | null>(null)
  void readReceipt(site).then((read) => {
    receipt.value = read
  })
  render(
    <ReceiptWindow
      receipt={receipt}
      words={view.words('device', deviceWords)}
      locale={view.locale}
      desk={inside.options.adapter?.erasure !== undefined}
      erase={({ sender, sent }) => eraseEverywhere(inside, sender, sent)}
      ended={end}
    />,
    place,
  )
}

interface ReceiptWindowProps {
  readonly receipt: ReadonlySignal<Receipt | null>
  readonly words: DeviceWords
  readonly locale: string
  /** Whether the desk deletes what it has, too. */
  readonly desk: boolean
  erase(receipt: Receipt): Promise<Erased>
  ended(): void
}

/** What is stored, line by line, and a button that deletes it when it is tapped a second time. */
export function ReceiptWindow({ receipt, words, locale, desk, erase, ended }: ReceiptWindowProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
    heading.current?.focus({ preventScroll: true })
  }, [])
  const read = receipt.value
  return (
    <dialog ref={dialog} class="receipt" aria-labelledby="receipt-title" onClose={ended}>
      <header>
        <h2 id="receipt-title" tabIndex={-1} ref={heading}>
          {words.receipt}
        </h2>
        <button type="button" class="icon-button" aria-label={words.close} onClick={() => dialog.current?.close()}>
          <Icon of={cross} />
        </button>
      </header>
      {read && <Stored read={read} words={words} locale={locale} desk={desk} erase={erase} />}
    </dialog>
  )
}

interface StoredProps extends Pick<ReceiptWindowProps, 'words' | 'locale' | 'desk' | 'erase'> {
  readonly read: Receipt
}

function Stored({ read, words, locale, desk, erase }: StoredProps) {
  const stage = useSignal<'told' | 'asked' | 'erasing' | Erased>('told')
  const keep = useRef<HTMLButtonElement>(null)
  const now = stage.value
  const { lines, waiting, entries, sent } = read
  // The one button that does no harm has the focus, so that a second Enter by mistake deletes nothing.
  useEffect(() => {
    if (now === 'asked') keep.current?.focus()
  }, [now])
  if (now === 'everywhere' || now === 'here' || now === 'desk-failed') return <p role="status">{words.erased[now]}</p>

  const has = (...names: readonly string[]) => entries.some((entry) => names.includes(entry))
  const here = [
    lines > 0 && plural(words.lines, lines, locale),
    waiting > 0 && plural(words.waiting, waiting, locale),
    (lines > 0 || waiting > 0) && words.key,
    has('view') && words.draft,
    has('resume') && words.mark,
    has('openings') && words.openings,
    has('sound', 'notify') && words.settings,
  ].filter((line) => line !== false)
  const nothing = here.length === 0 && !sent
  return (
    <>
      <h3>{words.here}</h3>
      {here.length > 0 ? (
        <ul>
          {here.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : (
        <p>{words.nothingHere}</p>
      )}
      <h3>{words.withUs}</h3>
      <p>{sent ? words.sent : words.nothingSent}</p>
      {sent && <p class="after">{desk ? words.goesToo : words.stays}</p>}
      {now === 'told' && !nothing && (
        <button type="button" class="primary danger" onClick={() => (stage.value = 'asked')}>
          {words.erase}
        </button>
      )}
      {now !== 'told' && (
        <div class="sure">
          <p id="sure" role="alert">
            {words.sure}
          </p>
          <button
            type="button"
            class="primary danger"
            aria-disabled={now === 'erasing'}
            onClick={() => {
              if (now === 'erasing') return
              stage.value = 'erasing'
              void erase(read).then((done) => {
                stage.value = done
              })
            }}
          >
            {words.eraseNow}
          </button>
          <button ref={keep} type="button" class="primary secondary" onClick={() => (stage.value = 'told')}>
            {words.keep}
          </button>
        </div>
      )}
    </>
  )
}
