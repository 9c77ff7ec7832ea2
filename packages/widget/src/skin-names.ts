/** The names of the shipped skins, for those who have misspelt one. Builds put those that they find in this module's place. */
export const skinNames: readonly string[] = [
  'counter',
  ...Object.keys(import.meta.glob('../../themes/src/skins/*.ts')).flatMap((path) => /(\w+)\.ts$/.exec(path)?.[1] ?? []),
]
