import { defineModule } from '@shopbell/core/flows'

/**
 * A subject of the shop's own: what it mends, an estimate from its own system, and a person for what is dear. A mistyped step, field
 * or fact does not compile. Texts that are no keys are shown as they stand.
 */
export const repairs = defineModule({
  name: 'repair',
  entry: { id: 'repair', label: 'Have a lamp mended', hint: 'An estimate in a minute', icon: 'search', next: 'repair-what' },
  steps: {
    'repair-what': {
      type: 'say',
      text: 'This is what we mend most. Other things we mend, too.',
      cards: [
        {
          title: 'A new cable',
          text: 'Fabric or plain, in nine colours. From 25 euros.',
          link: '/examples/custom-flow/repairs.html#cable',
        },
        {
          title: 'A new socket',
          text: 'For any bulb that is still sold. From 18 euros.',
          link: '/examples/custom-flow/repairs.html#socket',
        },
        {
          title: 'A new shade',
          text: 'Sewn to fit the frame that you have. From 40 euros.',
          link: '/examples/custom-flow/repairs.html#shade',
        },
      ],
      next: 'repair-ask',
    },
    'repair-ask': {
      type: 'ask',
      text: 'Which lamp is it, and what is wrong with it?',
      fields: ['lamp', 'fault'],
      submit: 'Ask for an estimate',
      retries: 2,
      next: 'repair-estimate',
      onFail: 'repair-person',
      options: [{ id: 'person', label: 'I’d rather show it to somebody', next: 'repair-person' }],
    },
    // The shop's own action, from its adapter. Each way in which it can end leads somewhere.
    'repair-estimate': {
      type: 'call',
      action: 'estimateRepair',
      input: ['lamp', 'fault'],
      save: { price: 'price.amount', day: 'day' },
      timeout: 8_000,
      done: 'repair-weigh',
      empty: 'repair-unsure',
      failed: 'repair-unsure',
      timedOut: 'repair-unsure',
    },
    'repair-weigh': {
      type: 'branch',
      cases: [
        { when: { fact: 'price', atLeast: 100 }, next: 'repair-dear' },
        { when: { hours: 'closed' }, next: 'repair-closed' },
      ],
      otherwise: 'repair-offer',
    },
    'repair-offer': {
      type: 'choose',
      text: 'That would be about {price} euros. The workshop has time on {day}.',
      options: [
        { id: 'yes', label: 'Keep that day for me', next: 'repair-person' },
        { id: 'no', label: 'No, thank you', next: 'repair-done' },
      ],
    },
    'repair-closed': {
      type: 'choose',
      text: 'That would be about {price} euros. The workshop is closed now. We can keep a day for you and write to you.',
      options: [
        { id: 'yes', label: 'Yes, please', next: 'repair-person' },
        { id: 'no', label: 'No, thank you', next: 'repair-done' },
      ],
    },
    'repair-dear': {
      type: 'handoff',
      text: 'That may be about {price} euros, so somebody should look at it before you decide.',
      reason: 'presale',
      team: 'workshop',
      priority: 'high',
      photos: true,
    },
    'repair-unsure': {
      type: 'handoff',
      text: 'I can’t tell what that costs. The workshop can, from a photo.',
      reason: 'presale',
      team: 'workshop',
      photos: true,
    },
    'repair-person': {
      type: 'handoff',
      text: 'The workshop takes it from here.',
      reason: 'presale',
      team: 'workshop',
      photos: true,
    },
    'repair-done': { type: 'end', text: 'All right. Is there anything else?' },
  },
  fields: {
    lamp: { type: 'text', label: 'The lamp', hint: 'As on its label, or in your own words' },
    fault: { type: 'long-text', label: 'What is wrong with it' },
  },
  facts: ['price', 'day'],
  texts: {},
})
