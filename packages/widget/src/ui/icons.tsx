import type { IconName } from '@shopbell/core'

/** A small picture: one stroke in 24 by 24. Those that only some need are beside those that need them. */
export type Stroke = string

export const bell: Stroke = 'M5 17h14M6.5 17v-5a5.5 5.5 0 0111 0v5M12 6.5v-2m-1.5 0h3M4 20.5h16'
export const cross: Stroke = 'M6.5 6.5l11 11m0-11l-11 11'
export const arrowUp: Stroke = 'M12 19V5.5M6 11l6-6 6 6'
/** The pictures that an option of a greeting mostly names; the others come with the answers. */
export const named = {
  parcel: 'M4 8l8-4 8 4v8l-8 4-8-4zl8 4 8-4m-8 4v8M8 6l8 4',
  book: 'M12 6.5C10 5 7 4.7 4 5v13.5c3-.3 6 0 8 1.5 2-1.5 5-1.8 8-1.5V5c-3-.3-6 0-8 1.5zV20',
  person: 'M12 11.5a3.75 3.75 0 100-7.5 3.75 3.75 0 000 7.5zM5 20c.6-3.6 3.3-5.5 7-5.5s6.4 1.9 7 5.5',
} satisfies { readonly [name in IconName]?: Stroke }

/** Draws it, for the eye only. One that `points` turns round where text runs from right to left. */
export function Icon({ of, points = false }: { readonly of: Stroke | undefined; readonly points?: boolean }) {
  return (
    <svg class={points ? 'icon points' : 'icon'} viewBox="0 0 24 24" aria-hidden="true">
      <path d={of} />
    </svg>
  )
}
