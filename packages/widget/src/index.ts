// The public surface of @shopbell/widget. Importing it does nothing; `mount()` does.
export type { Place } from './mount.js'
export { mount } from './mount.js'
export type { Options } from './options.js'
export type { BeforeHandoff, BeforeRender, BeforeSend } from './page/more-options.js'
export type { Identity, Known, UnavailableReason, View } from './page/page-methods.js'
export type { ActionField, ActionOptions, PageAction } from './page/register-action.js'
export type {
  Listener,
  PageEvent,
  PageEvents,
  PageEventType,
} from './page-events.js'
export type { Widget, WidgetState } from './widget.js'
