import type { Stroke } from '../icons.js'

export const check: Stroke = 'M5.5 12.5l4.5 4.5 8.5-9.5'
export const warningSign: Stroke = 'M12 8v5M12 16.2h.01M12 3.5l9 16H3z'
export const arrowDown: Stroke = 'M12 5v13M6.5 13l5.5 5.5 5.5-5.5'
