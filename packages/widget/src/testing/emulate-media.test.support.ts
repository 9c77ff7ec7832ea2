import { cdp } from 'vitest/browser'

/**
 * What the shopper has told the system, by media feature, until the next call. Nothing else but less motion, unless the call says
 * otherwise: what is measured is not to be in the middle of an entrance.
 */
export const emulateMedia = (features: Readonly<Record<string, string>> = {}): Promise<unknown> =>
  cdp().send('Emulation.setEmulatedMedia', {
    features: Object.entries({ 'prefers-reduced-motion': 'reduce', ...features }).map(([name, value]) => ({ name, value })),
  })
