// A part of its own, without any import from outside: the loader fetches it on pages that say where the chat is to be or what colour it
// has, on those that ask, or whose shopper logs out, before anything else is here, and where something is wrong.
export { answerBefore } from './answer-before.js'
export { keepClear, ownButtons, placeCss } from './place.js'
export { leave, stand } from './stand.js'
export { tell } from './tell.js'
