// The public surface of @shopbell/widget. Importing it does nothing; `mount()` does.
export type { Place } from './mount.js'
export { mount } from './mount.js'
export type { Options } from './options.js'
export type {
  Listener,
  PageEvent,
  PageEvents,
  PageEventType,
} from './page-events.js'
export type { Widget, WidgetState } from './widget.js'
