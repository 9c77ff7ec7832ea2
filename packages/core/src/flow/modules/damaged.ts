import { enFlowDamaged } from '../../locales/en.flow-damaged.js'
import { defineModule } from '../define-module.js'

/** Something arrived damaged: order, what has happened, and photos; a person decides. */
export const damaged = defineModule({
  name: 'damaged',
  entry: { id: 'damaged', label: 'menu.damaged', hint: 'menu.damaged.hint', icon: 'chat', next: 'damaged-ask', needs: 'person' },
  steps: {
    'damaged-ask': {
      type: 'ask',
      text: 'damaged.ask',
      fields: ['orderNumber', 'email'],
      submit: 'damaged.submit',
      retries: 2,
      next: 'damaged-what',
      onFail: 'damaged-form',
      options: [{ id: 'no-number', label: 'damaged.no-number', next: 'damaged-what' }],
    },
    'damaged-form': { type: 'handoff', text: 'damaged.form', reason: 'damaged', request: 'damage', photos: true },
    'damaged-what': {
      type: 'ask',
      text: 'damaged.what',
      fields: ['damage'],
      submit: 'damaged.send',
      retries: 2,
      next: 'damaged-person',
      onFail: 'damaged-form',
    },
    'damaged-person': { type: 'handoff', text: 'damaged.person', reason: 'damaged', request: 'damage', photos: true },
  },
  fields: { damage: { type: 'long-text', label: 'field.damage', hint: 'field.damage.hint' } },
  routes: { damaged: 'damaged-ask' },
  texts: enFlowDamaged,
})
