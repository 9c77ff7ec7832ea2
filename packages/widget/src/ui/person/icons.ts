import type { Stroke } from '../icons.js'

export const dots: Stroke = 'M6 12h.01M12 12h.01M18 12h.01'
export const picture: Stroke = 'M4 5.5h16v13H4zM4.5 16.5l4.5-4.5 3.5 3.5 2.5-2.5 4.5 4.5M15.5 9.5h.01'
export const star: Stroke = 'M12 4l2.5 5.2 5.5.8-4 4 1 5.7-5-2.7-5 2.7 1-5.7-4-4 5.5-.8z'
