import { ofTheChat } from './of-the-chat.js'
import { ofTheDesk } from './of-the-desk.js'
import { ofThePage } from './of-the-page.js'
import type { Planted } from './planted.js'

export type { Planted } from './planted.js'

/** Every bug that the simulation must find, or it proves nothing. */
export const PLANTED: readonly Planted[] = [...ofTheDesk, ...ofTheChat, ...ofThePage]
