// One stroke, 24 by 24. A name that is not here draws nothing.
const paths = {
  bell: 'M5 17h14M6.5 17v-5a5.5 5.5 0 0 1 11 0v5M12 6.5V4.5M10.5 4.5h3M4 20.5h16',
  close: 'M6.5 6.5l11 11M17.5 6.5l-11 11',
  send: 'M12 19V5.5M6 11l6-6 6 6',
  more: 'M6 12h.01M12 12h.01M18 12h.01',
  next: 'M10 7l5 5-5 5',
  down: 'M12 5v13M6.5 13l5.5 5.5 5.5-5.5',
  parcel: 'M4 8l8-4 8 4v8l-8 4-8-4zM4 8l8 4 8-4M12 12v8M8 6l8 4',
  book: 'M12 6.5C10 5 7 4.7 4 5v13.5c3-.3 6 0 8 1.5 2-1.5 5-1.8 8-1.5V5c-3-.3-6 0-8 1.5zM12 6.5V20',
  person: 'M12 11.5a3.75 3.75 0 1 0 0-7.5 3.75 3.75 0 0 0 0 7.5zM5 20c.6-3.6 3.3-5.5 7-5.5s6.4 1.9 7 5.5',
  search: 'M11 17.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM16 16l4 4',
  back: 'M14 6.5L8.5 12l5.5 5.5',
  chat: 'M4.5 6h15v10.5H11L7 20v-3.5H4.5z',
  picture: 'M4 5.5h16v13H4zM4.5 16.5l4.5-4.5 3.5 3.5 2.5-2.5 4.5 4.5M15.5 9.5h.01',
  check: 'M5.5 12.5l4.5 4.5 8.5-9.5',
  alert: 'M12 8v5M12 16.2h.01M12 3.5l9 16H3z',
  mail: 'M4 6h16v12H4zM4.5 7l7.5 6 7.5-6',
  phone: 'M7.5 4.5l2.5 4-2 2c1 2.5 2.5 4 5 5l2-2 4 2.5c0 2-1.5 3.5-3.5 3.5C9 19.5 4.5 14 4.5 8c0-2 1-3.5 3-3.5z',
  star: 'M12 4l2.5 5.2 5.5.8-4 4 1 5.7-5-2.7-5 2.7 1-5.7-4-4 5.5-.8z',
} as const

/** The pictures that the widget draws. */
export type Picture = keyof typeof paths

/** A small picture, for the eye only. Those that point somewhere turn round where text runs from right to left. */
export function Icon({ name }: { readonly name: Picture }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  )
}
