import { enFlowSafety } from '../../locales/en.flow-safety.js'
import { defineModule } from '../define-module.js'

/** Injury and product safety: the emergency words first, then a person at the highest priority, without a single question. */
export const safety = defineModule({
  name: 'safety',
  entry: { id: 'safety', label: 'menu.safety', hint: 'menu.safety.hint', icon: 'person', next: 'safety-first', needs: 'person' },
  steps: {
    'safety-first': { type: 'say', text: 'safety.first', next: 'safety-person' },
    'safety-person': { type: 'handoff', text: 'safety.person', reason: 'safety', priority: 'urgent' },
  },
  routes: { safety: 'safety-first' },
  texts: enFlowSafety,
})
