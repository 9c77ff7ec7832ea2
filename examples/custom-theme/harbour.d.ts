import type { Theme } from '@shopbell/themes'

/** Tarred timber, sailcloth and a red buoy. */
export declare const theme: Theme
