import { useCounter } from './counter.js'

/** Stands in for what is being fetched. It stays invisible for 150 ms, since most of the time that is enough. */
export function Skeleton() {
  const counter = useCounter()
  if (counter.restFailed.value) {
    return (
      <p class="state">
        {counter.words.notLoaded}
        <button type="button" class="link" onClick={() => counter.fetchRest()}>
          {counter.words.tryAgain}
        </button>
      </p>
    )
  }
  return (
    <div class="skeleton" role="status" aria-label={counter.words.loading}>
      <i />
      <i />
      <i />
    </div>
  )
}
