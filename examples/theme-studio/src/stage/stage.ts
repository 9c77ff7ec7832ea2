// What stands in each frame of the studio: a shop's page with a chat on it, in one scene and one theme.
import { demoAdapter } from '@shopbell/core/adapters/demo'
import { counter, type Theme } from '@shopbell/themes'
import { mount, type Options } from '@shopbell/widget'
import { createActor } from './actor.js'
import { isCue } from './cue.js'
import { scenes } from './scenes.js'
import './stage.css'

const asked = new URLSearchParams(location.hash.slice(1))
const scene = scenes.find(({ name }) => name === asked.get('scene')) ?? scenes[0]
const language = asked.get('language') ?? 'en'
const page = document.documentElement

page.lang = language
page.dir = language === 'ar' ? 'rtl' : 'ltr'

/** Puts the chat on the page and plays the scene. Later cues only dress it anew. */
async function begin(theme: Theme, scheme: NonNullable<Options['scheme']>): Promise<(patch: Options) => void> {
  const shop = demoAdapter(scene?.shop)
  const site = `studio-${asked.get('slot') ?? '0'}`
  const chat = mount({
    adapter: shop,
    site,
    locale: language,
    title: asked.get('title') ?? 'Fern & Kettle',
    theme,
    scheme,
    ...(scene?.flow && { flow: scene.flow }),
  })
  const host = document.querySelector('shopbell-chat')
  if (!chat || !host || !scene) return () => {}
  // Nothing on a stage takes the focus from whoever writes in the studio, until the scene stands.
  document.body.inert = true
  // What another scene has left in this place is not this one's.
  await chat.shutdown()
  scene.play({ chat, shop, actor: createActor(host) }).then(
    () => told('played'),
    (error: unknown) => {
      console.error(error)
      told('failed')
    },
  )
  return (patch) => void chat.update(patch)
}

function told(state: 'played' | 'failed'): void {
  document.body.inert = false
  page.dataset['state'] = state
}

const dress = (scheme: Options['scheme']) => {
  page.dataset['scheme'] = scheme
}

let update: Promise<(patch: Options) => void> | undefined
addEventListener('message', ({ source, origin, data }) => {
  if (source !== parent || origin !== location.origin || !isCue(data)) return
  const { theme, scheme } = data
  dress(scheme)
  if (update) void update.then((patch) => patch({ theme, scheme }))
  else update = begin(theme, scheme)
})
if (parent === window) {
  const scheme = asked.get('scheme') === 'dark' ? 'dark' : 'light'
  dress(scheme)
  update = begin(counter, scheme)
} else parent.postMessage({ stage: 'ready' }, location.origin)
