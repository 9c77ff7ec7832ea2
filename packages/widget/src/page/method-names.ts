import type { PageMethods } from './page-methods.js'

/** The calls that few pages make: a part of its own has them. */
export const laterNames = Object.keys({
  update: 1,
  setLocale: 1,
  setTheme: 1,
  identify: 1,
  set: 1,
  page: 1,
  track: 1,
  prefill: 1,
  talkToAgent: 1,
  send: 1,
  startFlow: 1,
  registerAction: 1,
  resume: 1,
  getUnavailableReason: 1,
} satisfies Record<keyof PageMethods, 1>) as readonly (keyof PageMethods)[]

/** Every call that a page can make. */
export const methodNames: readonly string[] = [
  ...['boot', 'ready', 'open', 'close', 'toggle', 'show', 'hide', 'on', 'once', 'getState'],
  ...['shutdown', 'destroy'],
  ...laterNames,
]
