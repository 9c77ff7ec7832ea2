// What only a long story needs, reached by one dynamic import only (see ../answer/reading.tsx).
export { Windowed } from './windowed.js'
