import type { Inside } from './inside.js'

/** Whether the chat has left the page: then whatever was on its way must leave the page alone. */
export const hasLeft = ({ endings }: Pick<Inside, 'endings'>): boolean => endings.length === 0
