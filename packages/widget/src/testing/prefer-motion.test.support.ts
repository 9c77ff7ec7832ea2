import { cdp } from 'vitest/browser'

/**
 * What the shopper has told the system about motion, for the rest of the file.
 * Tests begin with `reduce`, so that nothing is measured in the middle of an entrance.
 */
export const preferMotion = (value: 'reduce' | 'no-preference'): Promise<unknown> =>
  cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-reduced-motion', value }] })
