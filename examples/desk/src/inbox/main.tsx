import { effect } from '@preact/signals'
import { chooseLanguage } from '@shopbell/core'
import { render } from 'preact'
import { createApi } from './api.js'
import { createBell } from './bell.js'
import { createInbox } from './inbox-store.js'
import { loadCatalogue } from './languages.js'
import { createNews } from './news.js'
import { fragmentOf, placeOf } from './place.js'
import { listenForShortcuts } from './shortcut-keys.js'
import { browserTimer } from './store/outside-parts.js'
import './styles/index.css'
import { App } from './ui/app.js'

const language = chooseLanguage(navigator.language)

const inbox = createInbox(
  {
    api: createApi((input, init) => fetch(input, init)),
    news: createNews(),
    bell: createBell(window),
    timer: browserTimer,
    newId: () => crypto.randomUUID(),
    language: { name: language, load: () => loadCatalogue(language) },
  },
  placeOf(location.hash),
)

addEventListener('hashchange', () => inbox.goTo(placeOf(location.hash)))
effect(() => {
  const fragment = fragmentOf(inbox.place.value)
  if (fragment !== location.hash && !(location.hash === '' && fragment === '#/queue')) location.hash = fragment
})

effect(() => {
  document.title = inbox.title.value
})

const look = () => {
  inbox.looking.value = document.visibilityState === 'visible' && document.hasFocus()
}
for (const event of ['focus', 'blur'] as const) addEventListener(event, look)
document.addEventListener('visibilitychange', look)
look()

listenForShortcuts(window, inbox)

// A draft is kept in memory only; leaving with one is asked about.
addEventListener('beforeunload', (event) => {
  if (inbox.drafts.any()) event.preventDefault()
})

const root = document.getElementById('inbox')
if (root) render(<App inbox={inbox} />, root)
void inbox.session.ask()
