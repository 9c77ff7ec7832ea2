import 'deep-chat'
import { panel } from './panel.js'

/** The element, with a handler that never answers. */
export function mount(page) {
  const root = panel(page)
  const chat = document.createElement('deep-chat')
  chat.connect = { handler: () => {} }
  chat.style.cssText = 'width:380px;height:560px'
  root.append(chat)
  return {
    root: chat,
    field: '#text-input',
    hand: (more) => {
      for (const { text, own } of more) chat.addMessage({ text, role: own ? 'user' : 'ai' })
    },
  }
}
