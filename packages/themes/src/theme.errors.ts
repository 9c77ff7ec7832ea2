// What must not compile. Each line is proven by the type check: were it to compile, `@ts-expect-error` itself would be the error.
import { compileTheme } from './compile.js'
import { defineTheme } from './define-theme.js'
import type { ResolvedTheme } from './theme.js'

const named = { name: 'corner-shop', description: 'Plum and paper' } as const

// Fine: everything but the name and the line for galleries may be left out.
defineTheme({ ...named })

// @ts-expect-error a theme without a name
defineTheme({ description: 'Plum and paper' })

// @ts-expect-error a misspelt token
defineTheme({ ...named, light: { acent: '#7a2f5b' } })

// @ts-expect-error a misspelt choice
defineTheme({ ...named, corners: 'round' })

// @ts-expect-error a colour by its name
defineTheme({ ...named, light: { accent: 'plum' } })

// @ts-expect-error a colour function
defineTheme({ ...named, dark: { accent: 'rgb(122 47 91)' } })

// @ts-expect-error a radius in pixels
defineTheme({ ...named, radius: '12px' })

// @ts-expect-error a font by its name
defineTheme({ ...named, font: 'Comic Sans MS' })

// @ts-expect-error CSS of one's own
defineTheme({ ...named, css: '.panel { display: none }' })

// @ts-expect-error code
defineTheme({ ...named, light: () => ({ accent: '#7a2f5b' }) })

// @ts-expect-error a colour that is undefined instead of left out
defineTheme({ ...named, light: { accent: undefined } })

// @ts-expect-error a launcher whose picture has to be fetched
defineTheme({ ...named, images: { launcher: { address: 'https://cdn.shop.example/bell.png' } } })

// @ts-expect-error themes are read-only
defineTheme({ ...named }).radius = 'round'

// @ts-expect-error a settled theme has every colour
export const half: ResolvedTheme['light'] = { accent: '#7a2f5b' }

// @ts-expect-error a theme is no text
compileTheme('counter')
