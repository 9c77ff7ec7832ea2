// What a conversation needs once the shopper has done something: loaded by chat.ts after the greeting.
export { openBook } from './book.js'
export { reduce } from './conversation/reduce.js'
export { createEffects } from './effects.js'
