// The stub, as in the documentation: whatever is asked of the chat before its script has arrived waits in `q`.
window.Shopbell =
  window.Shopbell ||
  ((...call) => {
    window.Shopbell.q = window.Shopbell.q || []
    window.Shopbell.q.push(call)
  })

const shelf = {
  id: 'bulbs',
  title: 'Bulbs',
  articles: [{ id: 'fitting', title: 'Which bulb fits my lamp?', teaser: 'Screw, bayonet, pins' }],
}
const article = {
  ...shelf.articles[0],
  body: 'Look at the foot of the old one.\n\n- **Screw**, 27 mm across: E27\n- **Screw**, 14 mm across: E14\n- **Two pins**: G9',
}

/** What the flow's own steps ask for; a shop would ask its server. Prices go by the length of the complaint, so try a long one. */
const estimateRepair = async ({ fault }) => ({ price: { amount: 20 + fault.length }, day: 'Thursday' })

window.Shopbell('boot', {
  adapter: {
    actions: { estimateRepair },
    faqs: { topics: async () => [shelf], search: async () => shelf.articles, read: async () => article },
  },
})
