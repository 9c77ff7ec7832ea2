/** English: what the default flow says where something is the matter with an order. */
export const enFlowOrderTroubles = {
  'order.late': 'It should have been with you by now. I’m sorry. A person can find out where it is and what we can do.',
  'order.late.person': 'Talk to a person about this parcel',
  'order.wait': 'I’ll wait a little longer',
  'order.wait.done': 'All right. If it has not come in two days, write to us here and a person takes it up.',
  'order.stuck': 'The carrier has not scanned it for several days, so it may be stuck. A person should ask them for you.',
  'order.lost': 'The carrier could not find this parcel. I’m sorry. A person can send it again or give you your money back.',
  'order.partly': 'Your order travels in more than one parcel, and not all of them are at the same place yet.',
  'order.missing':
    'Then let’s have a person look for it. Until they answer, it may help to ask your neighbours and to look for a card in your letterbox.',
  'order.missing.person': 'Talk to a person about this parcel',
  'order.missing.look': 'I’ll look around first',
  'order.missing.later': 'All right. If it does not turn up, write to us here. We will not leave you alone with it.',
  'order.cancelled': 'This order was cancelled. If that was not you, or if money is missing, a person can look into it.',
  'order.cancelled.person': 'Talk to a person about it',
  'order.cancelled.known': 'I know, thanks',
  'order.returned': 'Your return has reached us.',
} as const
