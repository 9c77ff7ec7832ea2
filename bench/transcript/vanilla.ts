import type { Entry } from '@shopbell/core'
import { type Mount, talk } from './subject.js'

/** No framework and no window: each message is an element, and stays one. */
export const mount: Mount = async (page) => {
  const box = document.createElement('div')
  box.style.cssText = 'width:380px;height:500px;overflow:auto'
  const list = document.createElement('div')
  list.role = 'log'
  const field = document.createElement('textarea')
  box.append(list)
  page.append(box, field)
  const kept: Entry[] = []
  const hand = (messages: readonly Entry[]) => {
    for (const message of messages) {
      kept.push(message)
      const line = document.createElement('p')
      line.className = message.by
      line.textContent = message.content.kind === 'text' ? message.content.text : ''
      list.append(line)
    }
    box.scrollTop = box.scrollHeight
  }
  return {
    list,
    field,
    hand,
    shows: (text) => list.lastChild?.textContent?.includes(text) === true,
    ask() {
      const button = document.createElement('button')
      button.textContent = 'Yes'
      button.addEventListener('click', () => {
        button.remove()
        hand(talk(1, kept.length))
      })
      page.append(button)
    },
    choice: () => page.querySelector('button'),
  }
}
