import { bell } from './bell.js'

/**
 * A link in a mail ends in `#shopbell-resume=…`. What it carries works once, so it does not stay in the address bar, in the history, or
 * in what is copied from there; the chat exchanges it for the ticket.
 */
export function followResumeLink() {
  const token = /^#shopbell-resume=([\w.-]{1,300})$/.exec(location.hash)?.[1]
  if (!token) return
  history.replaceState(history.state, '', location.pathname + location.search)
  bell('open')
  bell('resume', token)
}
