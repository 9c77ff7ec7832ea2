// What only a shop's own flow is drawn with, reached by one dynamic import only (see ../later-parts.ts).
export { ownWords as words } from '@shopbell/core'
export { default as css } from '../../../styles/own.css?inline'
export { CardStrip } from './card-strip.js'
export { PictureChoices } from './picture-choices.js'
