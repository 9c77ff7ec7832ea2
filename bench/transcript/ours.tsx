import { signal } from '@preact/signals'
import { append, type Chat, emptyTranscript, openingWords, type Prompt, type Snapshot } from '@shopbell/core'
import { compileTheme, counter } from '@shopbell/themes'
import { render } from 'preact'
import { Shell, shellCss } from '../../packages/widget/src/ui/shell.js'
import { type Mount, talk } from './subject.js'

const question = (n: number): Prompt => ({
  id: `question-${n}`,
  step: 'question',
  kind: 'choice',
  look: 'chips',
  options: [{ id: 'yes', label: 'Yes' }],
})

/** The widget's whole user interface in its shadow root, with a chat that does nothing but hold what it is handed. */
export const mount: Mount = async (page) => {
  const listeners = new Set<() => void>()
  let snapshot: Snapshot = {
    status: 'live',
    transcript: emptyTranscript,
    prompt: null,
    canGoBack: false,
    composer: true,
    human: 'live',
    contact: {},
    availability: null,
    queue: null,
    agent: 'Mira',
    typing: null,
    due: null,
    receipt: null,
    marks: {},
    unread: 0,
    attach: false,
    hidden: null,
    delivery: { level: 'durable', link: 'up', waiting: 0 },
  }
  const show = (patch: Partial<Snapshot>) => {
    snapshot = { ...snapshot, ...patch }
    for (const listener of listeners) listener()
  }
  const chat: Chat = {
    getSnapshot: () => snapshot,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async send() {
      show({ prompt: null, transcript: append(snapshot.transcript, talk(1, snapshot.transcript.length)) })
    },
    attach: async () => 'attached',
    pictureUrl: async () => null,
    seen() {},
    typing() {},
    async retry() {},
    wake() {},
    async shutdown() {},
    destroy() {},
  }

  const host = document.createElement('shopbell-chat')
  const root = host.attachShadow({ mode: 'open' })
  const adopt = (css: string) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    root.adoptedStyleSheets.push(sheet)
  }
  adopt(shellCss)
  adopt(compileTheme(counter))
  const view = {
    opened: signal(true),
    reached: signal(true),
    launcher: signal(true),
    draft: signal(''),
    side: signal<'left' | 'right'>('right'),
    title: signal('Shop'),
    pill: signal(false),
    locale: 'en',
    direction: 'ltr' as const,
    adopt,
    words: <Words,>(_: unknown, english: Words) => english,
  }
  page.append(host)
  render(<Shell chat={chat} words={openingWords} view={view} />, root)
  const find = (selector: string) => root.querySelector<HTMLElement>(selector)
  // The greeting's sheet and the theme, what every answer needs, and what a person needs.
  while (root.adoptedStyleSheets.length < 4) await new Promise(requestAnimationFrame)
  const list = find('[role="log"]')
  const field = find('textarea')
  if (!list || !field) throw new Error('The widget has not been drawn.')
  return {
    list,
    field,
    hand: (messages) => show({ transcript: append(snapshot.transcript, messages) }),
    shows: (text) => list.textContent?.includes(text) === true,
    ask: () => show({ prompt: question(snapshot.transcript.length) }),
    choice: () => find('.chip'),
  }
}
