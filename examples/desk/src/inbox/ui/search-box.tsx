import { useInbox } from './inbox-context.js'

/** Finds conversations in all lists, whoever has them. */
export function SearchBox() {
  const { search } = useInbox()
  return (
    <search class="find">
      <input
        type="search"
        aria-label="Find by name, e-mail or order number"
        placeholder="Name, e-mail or order number"
        maxLength={200}
        value={search.words.value}
        onInput={(event) => search.seek(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') search.clear()
        }}
      />
    </search>
  )
}
