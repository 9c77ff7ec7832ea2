/** What the second script tag of a page calls the first by. No method: what the page calls by it is answered all the same. */
export const TWICE = 'twice'

/** What the developer reads then. */
export const HERE_TWICE =
  'The script tag is on this page twice, and the second does nothing, nor do its attributes: take one of the two out.'
