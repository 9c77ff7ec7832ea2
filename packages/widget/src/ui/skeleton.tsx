import { useCounter } from './counter.js'
import type { LaterPart } from './fetch-part.js'

/** Stands in for what is being fetched. It stays invisible for 150 ms, since most of the time that is enough. */
export function Skeleton({ of }: { readonly of: Pick<LaterPart<unknown, unknown>, 'failed' | 'fetch'> }) {
  const { words } = useCounter()
  if (of.failed.value) {
    return (
      <p class="state">
        {words.notLoaded}
        <button type="button" class="link" onClick={() => void of.fetch()}>
          {words.tryAgain}
        </button>
      </p>
    )
  }
  return (
    <div class="skeleton" role="status" aria-label={words.loading}>
      <i />
      <i />
      <i />
    </div>
  )
}
