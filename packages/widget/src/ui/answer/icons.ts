import type { IconName } from '@shopbell/core'
import { named as namedEarly, type Stroke } from '../icons.js'

export const check: Stroke = 'M5.5 12.5l4.5 4.5 8.5-9.5'
export const warningSign: Stroke = 'M12 8v5M12 16.2h.01M12 3.5l9 16H3z'
export const arrowDown: Stroke = 'M12 5v13M6.5 13l5.5 5.5 5.5-5.5'
export const mail: Stroke = 'M4 6h16v12H4zM4.5 7l7.5 6 7.5-6'
export const phone: Stroke =
  'M7.5 4.5l2.5 4-2 2c1 2.5 2.5 4 5 5l2-2 4 2.5c0 2-1.5 3.5-3.5 3.5C9 19.5 4.5 14 4.5 8c0-2 1-3.5 3-3.5z'

/** All the pictures that an option of a flow can name. */
export const named = {
  ...namedEarly,
  search: 'M11 17.5a6.5 6.5 0 100-13 6.5 6.5 0 000 13zM16 16l4 4',
  back: 'M14 6.5L8.5 12l5.5 5.5',
  chat: 'M4.5 6h15v10.5H11L7 20v-3.5H4.5z',
} satisfies { readonly [name in IconName]: Stroke }
