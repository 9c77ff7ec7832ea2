/** How often a tab looks by itself where nobody can tell it anything, in milliseconds. */
const LOOK_EVERY = 5_000

/**
 * What a channel does, for browsers without one: a message is an entry of `localStorage` that is gone at once, since the other tabs
 * hear of each change. Where that is forbidden, too, a visible tab looks every few seconds whether anything has changed.
 */
export function tellByStorage(
  name: string,
  hear: (message: unknown) => void,
  ended: AbortSignal,
): Pick<BroadcastChannel, 'postMessage'> {
  const key = `${name}:told`
  const post = (message: unknown) => {
    localStorage.setItem(key, JSON.stringify(message))
    localStorage.removeItem(key)
  }
  const look = () => {
    if (document.visibilityState === 'visible') hear({ t: 'changed' })
  }
  window.addEventListener('storage', (event) => event.key === key && event.newValue && hear(read(event.newValue)), {
    signal: ended,
  })
  try {
    post(null)
  } catch {
    const looking = setInterval(look, LOOK_EVERY)
    ended.addEventListener('abort', () => clearInterval(looking))
  }
  return {
    postMessage(message: unknown) {
      try {
        post(message)
      } catch {
        // It is full or forbidden. The others will see when they look.
      }
    },
  }
}

function read(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
