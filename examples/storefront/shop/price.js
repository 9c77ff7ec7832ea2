const pounds = new Intl.NumberFormat('en-GB', {
  style: 'currency',
  currency: 'GBP',
})
const wholePounds = new Intl.NumberFormat('en-GB', {
  style: 'currency',
  currency: 'GBP',
  maximumFractionDigits: 0,
})

/** Pence as a shop writes them: `£68`, `£12.50`. */
export const inPounds = (pence) => (pence % 100 === 0 ? wholePounds : pounds).format(pence / 100)
