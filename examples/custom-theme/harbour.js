import { defineTheme } from '@shopbell/themes'

export const theme = defineTheme({
  name: 'harbour',
  description: 'Tarred timber, sailcloth and a red buoy: for chandlers, fishmongers and whoever sells by the water.',
  light: {
    accent: '#b3261e',
    surface: '#f7f5ee',
    raised: '#ffffff',
    text: '#16242e',
    quiet: '#51606b',
    line: '#dfdccf',
    outline: '#76828a',
    header: '#16303f',
    onHeader: '#f7f5ee',
    danger: '#8a1c5a',
  },
  dark: {
    accent: '#ff8f80',
    onAccent: '#2b0905',
    surface: '#0e1a22',
    raised: '#182832',
    text: '#ecf0f1',
    quiet: '#a2b1ba',
    line: '#2a3e4a',
    outline: '#71838e',
    header: '#0e1a22',
    onHeader: '#ecf0f1',
    danger: '#ff9fd0',
  },
  font: 'humanist',
  titleFont: 'slab',
  motion: 'brisk',
  depth: 'crisp',
  launcher: 'square',
  bubble: 'plain',
  headerStyle: 'ruled',
  pattern: 'stripes',
  // What tokens do not reach: a few properties of single parts.
  parts: { 'quick-replies': { border: 'outline' } },
  // A picture is path data in a square of 24 by 24, in the colour of the words beside it.
  images: {
    launcher: {
      path: 'M4 4h16a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1h-8l-5 4v-4H4a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zm3 4v2h10V8zm0 3.5v2h7v-2z',
    },
  },
})
