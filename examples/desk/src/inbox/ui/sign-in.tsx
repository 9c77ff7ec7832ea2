import { useEffect, useRef } from 'preact/hooks'
import { Icon } from './icon.js'
import { useInbox } from './inbox-context.js'

/** The door: a name, and a password only where the desk asks for one. */
export function SignIn() {
  const { session } = useInbox()
  const named = useRef<HTMLInputElement>(null)
  const password = useRef<HTMLInputElement>(null)
  const phase = session.phase.value
  const asksPassword = session.passwordRequired.value

  useEffect(() => {
    if (phase !== 'signed-out') return
    if (asksPassword && named.current?.value) password.current?.focus()
    else named.current?.focus()
  }, [phase, asksPassword])

  if (phase === 'asking') return <main class="door" aria-busy="true" aria-label="Inbox" />
  return (
    <main class="door">
      <div class="door-card">
        <span class="mark">
          <Icon name="bell" />
        </span>
        <h1>Shopbell inbox</h1>
        {phase === 'unreachable' ? (
          <>
            <p role="alert">The desk does not answer. Check that it runs.</p>
            <button type="button" class="button primary wide" onClick={() => void session.ask()}>
              Try again
            </button>
          </>
        ) : (
          <form
            onSubmit={(event) => {
              event.preventDefault()
              void session.signIn(named.current?.value ?? '', password.current?.value ?? '')
            }}
          >
            <p class="quiet">Everything that shoppers asked the bot, ready for a person.</p>
            <label class="field">
              <span>Your name</span>
              <input ref={named} name="name" autocomplete="name" maxLength={80} aria-describedby="name-hint" />
              <small id="name-hint">Shoppers see it beside your answers.</small>
            </label>
            {asksPassword && (
              <label class="field">
                <span>Password of this desk</span>
                <input ref={password} name="password" type="password" autocomplete="current-password" />
              </label>
            )}
            {session.problem.value && (
              <p class="problem" role="alert">
                {session.problem.value}
              </p>
            )}
            <button type="submit" class="button primary wide" disabled={session.busy.value}>
              Sign in
            </button>
          </form>
        )}
      </div>
    </main>
  )
}
