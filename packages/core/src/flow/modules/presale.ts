import { enFlowPresale } from '../../locales/en.flow-presale.js'
import { defineModule } from '../define-module.js'

/** Sizes and other questions before buying: they go to the people who sell. */
export const presale = defineModule({
  name: 'presale',
  entry: { id: 'presale', label: 'menu.presale', hint: 'menu.presale.hint', icon: 'chat', next: 'presale-ask', needs: 'person' },
  steps: {
    'presale-ask': {
      type: 'ask',
      text: 'presale.ask',
      fields: ['question', 'product'],
      submit: 'presale.send',
      retries: 2,
      next: 'presale-person',
      onFail: 'presale-person',
    },
    'presale-person': { type: 'handoff', text: 'presale.person', reason: 'presale', team: 'sales' },
  },
  fields: {
    question: { type: 'long-text', label: 'field.question', hint: 'field.question.hint' },
    product: { type: 'text', label: 'field.product', hint: 'field.product.hint', optional: true },
  },
  routes: { presale: 'presale-person' },
  texts: enFlowPresale,
})
