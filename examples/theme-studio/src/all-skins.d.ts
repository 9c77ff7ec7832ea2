/** Every skin that is shipped, put here by the build, which finds them by convention. */
declare module 'skins:all' {
  import type { Theme } from '@shopbell/themes'
  export const skins: readonly Theme[]
}
