/**
 * English: what a form says of a field that wants mending. It comes along with the second look at a form; a flow's own texts go
 * before it.
 */
export const enFlowFields = {
  'error.missing.orderNumber': 'Please enter the order number. It is in your confirmation e-mail.',
  'error.missing.email': 'Please enter your e-mail address, so that we can reply.',
  'error.order-number': 'An order number is 3 to 12 digits, like 1042. It is in your confirmation e-mail.',
  'error.order-number-is-email': 'This looks like an e-mail address. Please enter the order number here, like 1042.',
  'error.email-at': 'An e-mail address needs an @ in it, like name@example.com.',
  'error.email-domain': 'Please check the part after the @. It should look like example.com.',
  'error.email-space': 'Please take the spaces out of the e-mail address.',
  'error.too-long': 'That is too long. Please keep it to 200 characters.',
  'error.several-orders': 'There is more than one order number in there. Please leave the one it is about.',
  'error.missing': 'Please fill this in.',
  'error.phone': 'A phone number has 6 to 15 digits, like +44 20 7946 0958.',
  'error.number': 'Please enter a number, like 12 or 12.50.',
  'error.date': 'Please enter a date, like 2026-12-24.',
  'error.one-of': 'Please pick one of these.',
  'error.mask': 'This does not look quite right. Please check it letter by letter.',
} as const
