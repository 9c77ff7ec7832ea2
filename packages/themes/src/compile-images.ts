import { type Images, pictureSizes } from './images.js'
import { parsePathData, writePathData } from './path-data.js'
import type { ResolvedTheme } from './theme.js'

/** What draws each picture, and how it becomes an empty square to draw in. */
const places: { readonly [Picture in keyof Images]-?: string } = {
  // The lines of a long name stand below each other, and the logo before them; in a window of less than 360 px, where hardly 60 would be
  // left for the name, there is no room before them, and what lies there is cut off.
  logo: '.root .title{padding-inline-start:clamp(0px,900vw - 3200px,32px)}.root .title::before{content:"";vertical-align:bottom;display:inline-block;margin-inline:-32px 8px;width:24px;height:24px;',
  avatar: '.root .mark:not(.initials) .icon{stroke:none;',
  launcher: '.root .faces>:first-child{stroke:none;',
}

/** The pictures of a settled theme, as rules. A path becomes the shape of a ground in the colour of the words beside it. */
export function compileImages({ images }: ResolvedTheme): string {
  return Object.entries(images)
    .map(([name, picture]) => {
      const place = places[name as keyof Images]
      if ('address' in picture) return `${place}background:url("${picture.address}") center/contain no-repeat}`
      const path = writePathData(parsePathData(picture.path) ?? [], pictureSizes[name as keyof Images] / 24)
      return (
        `${place}background:currentColor;clip-path:path("${path}");forced-color-adjust:none}` +
        `@media (forced-colors:active){${place.replace(/[^{]*$/, '')}background:CanvasText}}`
      )
    })
    .join('')
}
