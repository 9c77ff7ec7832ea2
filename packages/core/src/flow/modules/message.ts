import { enFlowMessage } from '../../locales/en.flow-message.js'
import { defineModule } from '../define-module.js'

/** Leave a message: one field, and a person answers. */
export const message = defineModule({
  name: 'message',
  entry: { id: 'message', label: 'menu.message', hint: 'menu.message.hint', icon: 'chat', next: 'message-ask', needs: 'person' },
  steps: {
    'message-ask': {
      type: 'ask',
      text: 'message.ask',
      fields: ['message'],
      submit: 'message.send',
      retries: 2,
      next: 'message-person',
      onFail: 'message-form',
    },
    'message-form': { type: 'handoff', text: 'handoff.form', reason: 'failed-form' },
    'message-person': { type: 'handoff', text: 'message.person', reason: 'message' },
  },
  fields: { message: { type: 'long-text', label: 'field.message' } },
  texts: enFlowMessage,
})
