import ChatBot, { ChatBotProvider, useMessages } from 'react-chatbotify'
import { createRoot } from 'react-dom/client'
import { panel } from './panel.js'

/** The bot, embedded and with nothing to tell, and its own hook for messages from outside. */
export function mount(page) {
  const root = panel(page)
  let hand
  function Door() {
    const { messages, replaceMessages } = useMessages()
    hand = (more) =>
      replaceMessages([
        ...messages,
        ...more.map(({ id, text, own }) => ({
          id,
          content: text,
          sender: own ? 'USER' : 'BOT',
          type: 'string',
          timestamp: new Date().toUTCString(),
          tags: [],
        })),
      ])
    return null
  }
  const settings = { general: { embedded: true }, chatHistory: { disabled: true }, notification: { disabled: true } }
  createRoot(root).render(
    <ChatBotProvider>
      <ChatBot settings={settings} flow={{ start: { message: 'Hello.' } }} />
      <Door />
    </ChatBotProvider>,
  )
  return { root, field: 'textarea', hand: (more) => hand(more) }
}
