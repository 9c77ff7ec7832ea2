import type { Article, Topic } from '../facts/article.js'

/** A shelf of the demo shop, with its articles in full. */
export interface DemoShelf {
  readonly id: string
  readonly title: string
  readonly articles: readonly Article[]
}

/** The demo shop's help: a dozen articles on four shelves. */
export const demoShelves: readonly DemoShelf[] = [
  {
    id: 'delivery',
    title: 'Delivery',
    articles: [
      article(
        'delivery-times',
        'How long does delivery take?',
        'Two to four working days',
        '- **Standard:** two to four working days\n- **Express:** the next working day, if ordered before 14:00\n\nYour confirmation mail names the day that we promise.',
      ),
      article(
        'delivery-costs',
        'What does delivery cost?',
        'Free above 50',
        'Standard delivery costs 4.95 and is free for orders above 50. Express costs 9.95.',
      ),
      article(
        'track-a-parcel',
        'How do I track my parcel?',
        'With the link in your mail',
        'We send a link as soon as the carrier has the parcel. You can also ask for the **order status** here in the chat.',
      ),
    ],
  },
  {
    id: 'returns',
    title: 'Returns and refunds',
    articles: [
      article(
        'return-policy',
        'Can I send something back?',
        'Within 30 days',
        'Yes, within 30 days of delivery, unworn and with its label. Returns are free.\n\n## How\n\n- Put it into its box\n- Stick the label on it that came with the parcel\n- Drop it at any parcel shop',
      ),
      article(
        'refund-times',
        'When do I get my money back?',
        'Within five working days',
        'We refund within five working days after the parcel is back with us, the way you paid.',
      ),
      article(
        'exchange',
        'Can I exchange a size?',
        'Yes, for free',
        'Order the other size and send the first one back. We refund the first as soon as it arrives.',
      ),
    ],
  },
  {
    id: 'payment',
    title: 'Orders and payment',
    articles: [
      article(
        'ways-to-pay',
        'How can I pay?',
        'Cards, wallets, bank transfer',
        'By card, by wallet, or by bank transfer. We ship when the payment has arrived.',
      ),
      article(
        'change-an-order',
        'Can I change my order?',
        'Until it is packed',
        'Until it is packed, which takes a few hours. Ask for a person here and have the order number ready.',
      ),
      article(
        'vouchers',
        'How do I use a voucher?',
        'In the cart',
        'Enter its code in the cart, before you pay. One voucher per order.',
      ),
    ],
  },
  {
    id: 'products',
    title: 'Products and care',
    articles: [
      article(
        'sizes',
        'Which size fits me?',
        'Measure, then look it up',
        'Each product has a table of sizes. Between two sizes, take the larger one, or ask a person here.',
      ),
      article(
        'care',
        'How do I wash it?',
        'Cold and gently',
        'Wash wool cold or by hand, and dry it flat. Linen takes 40 degrees.',
      ),
      article(
        'warranty',
        'What does the warranty cover?',
        'Two years',
        'Two years on seams, zips and soles. Send us a picture of the damage and your order number.',
      ),
    ],
  },
]

/** All articles, shelf by shelf. */
export const demoArticles: readonly Article[] = demoShelves.flatMap(({ articles }) => articles)

/** The shelves as a list shows them. */
export const demoTopics: readonly Topic[] = demoShelves.map(({ id, title, articles }) => ({
  id,
  title,
  articles: articles.map(({ body: _body, ...head }) => head),
}))

function article(id: string, title: string, teaser: string, body: string): Article {
  return { id, title, teaser, body }
}
