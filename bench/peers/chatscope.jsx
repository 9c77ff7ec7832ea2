import { ChatContainer, MainContainer, Message, MessageInput, MessageList } from '@chatscope/chat-ui-kit-react'
import styles from '@chatscope/chat-ui-kit-styles/dist/default/styles.min.css?inline'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { dress, panel } from './panel.js'

/** The list of messages and its field, as the package's own examples put them together. */
export function mount(page) {
  const root = panel(page)
  dress(styles)
  let hand
  function Chat() {
    const [messages, setMessages] = useState([])
    hand = (more) => setMessages((before) => [...before, ...more])
    return (
      <MainContainer>
        <ChatContainer>
          <MessageList>
            {messages.map(({ id, text, own }) => (
              <Message
                key={id}
                model={{ message: text, direction: own ? 'outgoing' : 'incoming', position: 'single', sender: 'Mira' }}
              />
            ))}
          </MessageList>
          <MessageInput placeholder="Write" attachButton={false} />
        </ChatContainer>
      </MainContainer>
    )
  }
  createRoot(root).render(<Chat />)
  return { root, field: '[contenteditable]', hand: (more) => hand(more) }
}
