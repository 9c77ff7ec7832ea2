/** How much of the colour of a line a pattern has where it lies thickest, 0 to 1. Drawn so, and judged so by whoever asks what can be read on it. */
export const patternShare = 0.5
