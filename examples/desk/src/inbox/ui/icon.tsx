const PATHS = {
  bell: 'M12 4a1.4 1.4 0 0 1 1.4 1.4v.4A5.8 5.8 0 0 1 17.8 11.5V15l1.2 2H5l1.2-2v-3.5a5.8 5.8 0 0 1 4.4-5.7v-.4A1.4 1.4 0 0 1 12 4ZM10 19.5h4',
  muted:
    'M6.2 11.5c0-1.2.4-2.3 1-3.3M10.6 5.8v-.4a1.4 1.4 0 0 1 2.8 0v.4a5.8 5.8 0 0 1 4.4 5.7V14M17 17H5l1.2-2M10 19.5h4M4 4l16 16',
  help: 'M9.4 9.2a2.7 2.7 0 1 1 3.9 2.5c-.8.4-1.3 1-1.3 1.9M12 16.6v.2M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z',
  back: 'M14.5 5.5 8 12l6.5 6.5',
  details: 'M4.5 5.5h15v13h-15zM14.5 5.5v13',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  lock: 'M7.5 10.5V8a4.5 4.5 0 0 1 9 0v2.5M6 10.5h12V19H6z',
  article: 'M6 4.5h12v15H6zM9 9h6M9 12.5h6M9 16h3.5',
  saved: 'M5 6.5h14M5 11h9M5 15.5h6M16 14.5l3 3-3 3',
  send: 'M5 12h13M12.5 6.5 18 12l-5.5 5.5',
  down: 'M12 5v13M6.5 12.5 12 18l5.5-5.5',
  close: 'M6.5 6.5l11 11M17.5 6.5l-11 11',
  warning: 'M12 4.5 20.5 19h-17zM12 10v4M12 16.4v.2',
  picture: 'M4.5 5.5h15v13h-15zM4.5 15.5l4.5-4 4 3.5 2.5-2 4 3M15.5 9.3v.2',
} as const

/** The name of a small picture. */
export type IconName = keyof typeof PATHS

/** A small picture beside words; it says nothing to a screen reader, the words do. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  )
}
