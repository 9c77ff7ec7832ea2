import { signal } from '@preact/signals'
import { openingWords, type Rewording, reword, type WordGroups } from '@shopbell/core'
import { compileTheme, counter, type Theme } from '@shopbell/themes'
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { vi } from 'vitest'
import { Shell, shellCss } from '../ui/shell.js'
import type { View } from '../ui/view.js'
import { type FakeChat, NOON } from './fake-chat.js'

export interface Shown {
  readonly host: HTMLElement
  readonly root: ShadowRoot
  readonly view: View & {
    readonly side: { value: 'left' | 'right' }
    readonly title: { value: string }
    readonly pill: { value: boolean }
  }
  remove(): void
}

export interface ShowOptions {
  readonly theme?: Theme
  readonly scheme?: 'light' | 'dark'
  readonly direction?: 'ltr' | 'rtl'
  readonly locale?: string
  readonly opened?: boolean
  /** In place of the English ones, by group. */
  readonly words?: (group: keyof WordGroups) => Rewording<WordGroups>[typeof group]
}

/** Puts the whole user interface on the page, in a shadow root with a theme, as the widget does. */
export function showShell(chat: FakeChat, options: ShowOptions = {}): Shown {
  const host = document.createElement('shopbell-chat')
  host.dataset['scheme'] = options.scheme ?? 'light'
  const root = host.attachShadow({ mode: 'open' })
  const adopt = (css: string) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    root.adoptedStyleSheets.push(sheet)
  }
  adopt(shellCss)
  adopt(compileTheme(options.theme ?? counter))
  const opened = signal(options.opened ?? true)
  const reached = signal(false)
  opened.subscribe((open) => {
    reached.value ||= open
  })
  const view = {
    opened,
    reached,
    launcher: signal(true),
    draft: signal(''),
    side: signal<'left' | 'right'>('right'),
    title: signal('Corner Shop'),
    pill: signal(false),
    locale: options.locale ?? 'en-GB',
    zone: 'UTC',
    direction: options.direction ?? 'ltr',
    adopt,
    now: () => NOON,
    words: (group, english) => reword(english, options.words?.(group)),
  } satisfies Shown['view']
  document.body.append(host)
  act(() => render(<Shell chat={chat} words={view.words('opening', openingWords)} view={view} />, root))
  return {
    host,
    root,
    view,
    remove() {
      act(() => render(null, root))
      host.remove()
    },
  }
}

/** Resolves once the later parts of the interface that this conversation needs are here and drawn. */
export async function arrived(shown: Shown, chat: FakeChat): Promise<void> {
  const sheets = /idle|bot|calling/.test(chat.getSnapshot().status) ? 3 : 4
  await vi.waitUntil(() => shown.root.adoptedStyleSheets.length >= sheets, { timeout: 10_000 })
  await act(async () => {})
  // What some answers are drawn with comes later still.
  await vi.waitUntil(() => !shown.root.querySelector('.skeleton'), { timeout: 10_000 })
  await act(async () => {})
}
