// A part of its own, without any import from outside: the loader fetches it on pages that say where the chat is to be, or that ask
// before anything else is here.
export { keepClear, ownButtons, placeCss } from './place.js'
export { reasonBefore } from './reason-before.js'
export { leave, stand } from './stand.js'
