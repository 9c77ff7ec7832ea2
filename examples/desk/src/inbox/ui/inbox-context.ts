import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Inbox } from '../inbox-store.js'

/** The inbox that the views below draw. */
export const InboxContext = createContext<Inbox | null>(null)

/** The inbox around a component. */
export function useInbox(): Inbox {
  const inbox = useContext(InboxContext)
  if (!inbox) throw new Error('A view of the inbox was drawn outside of <App>')
  return inbox
}
