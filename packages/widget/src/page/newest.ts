import type { Inside } from './inside.js'

/** What is on its way when the chat is mounted anew goes on with the one that has taken its place. */
export const newest = (inside: Inside): Inside => (inside.next ? newest(inside.next) : inside)
