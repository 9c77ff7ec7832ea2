import { Icon } from './icon.js'
import { useInbox } from './inbox-context.js'

/** Says when the news have stopped; it goes away by itself. */
export function ConnectionBanner() {
  const { online } = useInbox()
  return (
    <div class="banner-place" role="status">
      {!online.value && (
        <p class="banner">
          <Icon name="warning" />
          No connection to the desk. What you see may be old; it is fetched again as soon as the desk answers.
        </p>
      )}
    </div>
  )
}
