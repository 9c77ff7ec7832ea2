// What stands in each frame of the studio: a shop's page with a chat on it, in one scene and one theme.
import { demoAdapter } from '@shopbell/core/adapters/demo'
import { counter, type Theme } from '@shopbell/themes'
import { mount, type Options } from '@shopbell/widget'
import { createActor } from './actor.js'
import { isCue } from './cue.js'
import { drawCards } from './draw-cards.js'
import { seenAs } from './kinds.js'
import type { Cast, Scene } from './scene.js'
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
  const demo = demoAdapter(scene?.shop)
  const shop = { ...demo, ...scene?.amiss?.(demo) }
  const site = `studio-${asked.get('slot') ?? '0'}`
  const chat = mount({
    adapter: shop,
    site,
    locale: language,
    title: asked.get('title') ?? 'Fern & Kettle',
    theme,
    scheme,
    ...(scene?.flow && { flow: scene.flow }),
    ...(scene?.proactive && { proactive: scene.proactive }),
  })
  const host = document.querySelector('shopbell-chat')
  const root = host?.shadowRoot
  if (!chat || !root || !scene) return () => {}
  // Nothing on a stage takes the focus from whoever writes in the studio, until the scene stands.
  document.body.inert = true
  drawCards(root)
  // What another scene has left in this place is not this one's.
  await chat.shutdown()
  void play(scene, { chat, shop, actor: createActor(host) }, root)
  return (patch) => void chat.update(patch)
}

async function play(scene: Scene, cast: Cast, host: ShadowRoot): Promise<void> {
  let state = 'played'
  try {
    await scene.play(cast)
    // A scene that shows less than it says has not been played.
    for (const kind of scene.shows) await cast.actor.sees(seenAs[kind])
    await quiet(host)
    for (const animation of host.getAnimations())
      if (animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) animation.finish()
  } catch (error) {
    console.error(error)
    state = 'failed'
  }
  // Whoever looks at a theme must not take the ring around what has the focus for a part of it.
  const focused = host.activeElement
  if (focused instanceof HTMLElement) focused.blur()
  document.body.inert = false
  page.dataset['state'] = state
}

/** How long nothing must have changed for a chat to be at rest. */
const REST = 120

/** Waits until nothing more comes into a chat: what comes may want the focus. */
function quiet(chat: ShadowRoot): Promise<void> {
  return new Promise((resolve) => {
    const rest = () => {
      changes.disconnect()
      resolve()
    }
    let timer = setTimeout(rest, REST)
    const changes = new MutationObserver(() => {
      clearTimeout(timer)
      timer = setTimeout(rest, REST)
    })
    changes.observe(chat, { subtree: true, childList: true })
  })
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
