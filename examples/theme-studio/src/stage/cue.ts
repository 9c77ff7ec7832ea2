import type { Theme } from '@shopbell/themes'

/** What the studio tells a stage: what to wear. */
export interface Cue {
  readonly theme: Theme
  readonly scheme: 'light' | 'dark'
}

/** Whether a message from another window is a cue. The chat parses the theme itself, as it does every theme. */
export const isCue = (data: unknown): data is Cue =>
  typeof data === 'object' &&
  data !== null &&
  'theme' in data &&
  typeof data.theme === 'object' &&
  'scheme' in data &&
  (data.scheme === 'light' || data.scheme === 'dark')
