import { signal } from '@preact/signals'
import type { Me } from '../../agent-api.js'
import type { Refusal } from '../api.js'
import type { Parts } from './outside-parts.js'

/** Whether anybody is signed in; `asking` until the desk has answered for the first time. */
export type SessionPhase = 'asking' | 'signed-out' | 'signed-in' | 'unreachable'

/** Who sits at the desk. `entered` runs each time somebody has come in. */
export function createSession({ api }: Pick<Parts, 'api'>, entered: () => void, left: () => void) {
  const me = signal<Me | null>(null)
  const phase = signal<SessionPhase>('asking')
  const passwordRequired = signal(false)
  const problem = signal<string | null>(null)
  const busy = signal(false)

  function signedOut(refusal: Extract<Refusal, { why: 'signed-out' }>) {
    if (refusal.passwordRequired) passwordRequired.value = true
    const was = phase.peek()
    phase.value = 'signed-out'
    me.value = null
    if (was === 'signed-in') {
      problem.value = 'You were signed out. Sign in again; what you typed is still here.'
      left()
    }
  }

  async function ask() {
    const answer = await api.me()
    if (answer.ok) {
      me.value = answer.value
      passwordRequired.value = answer.value.passwordRequired
      problem.value = null
      phase.value = 'signed-in'
      entered()
    } else if (answer.why === 'signed-out') signedOut(answer)
    else phase.value = 'unreachable'
  }

  return {
    me,
    phase,
    passwordRequired,
    problem,
    busy,
    ask,
    signedOut,
    async signIn(as: string, password: string) {
      const named = as.trim()
      if (named === '') {
        problem.value = 'Type your name: shoppers see it beside your answers.'
        return
      }
      busy.value = true
      const answer = await api.login(named, password)
      if (answer.ok) await ask()
      else {
        const asksNow = answer.why === 'signed-out' && answer.passwordRequired && !passwordRequired.peek()
        if (answer.why === 'signed-out') passwordRequired.value = answer.passwordRequired || passwordRequired.peek()
        problem.value = asksNow ? 'This desk asks for a password. Type it below.' : signInProblem(answer, passwordRequired.peek())
      }
      busy.value = false
    },
    async signOut() {
      left()
      me.value = null
      problem.value = null
      phase.value = 'signed-out'
      await api.logout()
    },
  }
}

function signInProblem(refusal: Refusal, asked: boolean): string {
  if (refusal.why === 'signed-out' && asked) return 'That password is not the desk’s. Check it and try again.'
  if (refusal.why === 'rate-limited') return 'Too many attempts. Wait a minute, then try again.'
  if (refusal.why === 'unreachable') return 'The desk does not answer. Check that it runs, then try again.'
  return 'The desk did not accept that. Check your name and try again.'
}

/** The session of one inbox. */
export type Session = ReturnType<typeof createSession>
