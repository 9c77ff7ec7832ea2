import type { Article } from '@shopbell/core'

/** A shelf of the demo shop's help. */
export interface DemoTopic {
  readonly id: string
  readonly title: string
  readonly articles: readonly (Article & { readonly teaser: string })[]
}

const article = (id: string, title: string, teaser: string, body: string) => ({ id, title, teaser, body: body.trim() })

/** What Fern & Kettle, tea, pots and kitchen linen, is asked most. */
export const TOPICS: readonly DemoTopic[] = [
  {
    id: 'delivery',
    title: 'Delivery',
    articles: [
      article(
        'delivery-times',
        'How long does delivery take?',
        'Two to four working days in the UK.',
        `
Order by 2 pm on a working day and we post it the same day. In the UK it is with you in **two to four working days** after that.

- Highlands, islands and Northern Ireland: three to six working days
- Ireland: four to seven working days
- Rest of Europe: five to nine working days

Your order shows the day we promised. If that day has passed, tell us: we would rather hear it from you on the first day than on the fifth.
`,
      ),
      article(
        'delivery-costs',
        'What does delivery cost?',
        '£3.95 in the UK, free from £45.',
        `
- **UK:** £3.95, free from £45
- **Ireland:** £7.50, free from £80
- **Rest of Europe:** £12, free from £120

The amount counts after any discount. If we send your order in two parcels, you pay for one.
`,
      ),
      article(
        'delivery-countries',
        'Do you deliver outside the UK?',
        'Yes, to Ireland and the rest of Europe.',
        `
We deliver to Ireland, the EU, Norway and Switzerland. Other countries: not yet, since teapots have not enjoyed the journey so far.

Import duty and VAT for the EU are paid at our checkout, so nobody asks you for money at the door. For **Norway and Switzerland** the carrier collects them.
`,
      ),
      article(
        'delivery-late',
        'My parcel is late',
        'What we do, and when.',
        `
Look your order up first: it shows the promised day and when the carrier last saw the parcel.

- **Promised day not over yet:** most parcels still make it. Carriers deliver until about 8 pm.
- **Promised day over:** talk to us, and we ask the carrier the same day.
- **No scan for five days:** we treat it as stuck. You choose between a new parcel and your money back.

You never have to argue with the carrier yourself. We booked them, so we call them.
`,
      ),
      article(
        'delivery-missing',
        'It says delivered, but I do not have it',
        'Where to look, and what we do then.',
        `
Please look in these places first: porch and bin store, the neighbours on both sides, and the card that the carrier may have left.

Some carriers scan a parcel as delivered up to a day early. If it is still not there **the next working day**, talk to us. We open a search with the carrier and send a replacement, without waiting for the search to end.
`,
      ),
      article(
        'delivery-address',
        'Can I change the delivery address?',
        'Until we have packed it, yes.',
        `
As long as your order says “being packed” or earlier, talk to us and we change it. Have your order number at hand.

Once it is shipped we cannot turn a parcel around, but the carrier often can: the link in your shipping mail lets you choose a neighbour, a shop nearby or another day.
`,
      ),
    ],
  },
  {
    id: 'returns',
    title: 'Returns and refunds',
    articles: [
      article(
        'returns-how',
        'How do I return something?',
        '30 days, unused, for any reason.',
        `
You have **30 days** from the day it arrived. It should be unused and in its box; the reason is yours to keep.

- Talk to us with your order number, and we mail you a label
- Pack it as well as we did, please, above all the pots
- Drop it at any post office

Returns within the UK cost you nothing.
`,
      ),
      article(
        'returns-refund',
        'When do I get my refund?',
        'Within five working days of its arrival here.',
        `
We look at a return on the day it arrives and send the money the same week: **five working days** at the latest. It goes back the way it came.

Your bank may take another two to three days to show it. If your order says “refunded” and nothing has arrived a week later, talk to us.
`,
      ),
      article(
        'returns-broken',
        'It arrived broken',
        'Send a photo. We send another.',
        `
We are sorry. Chips happen, and they are on us.

Talk to us and add **one photo** of the damage; you need not send the pieces back. We post another the same day, or refund it if it was the last one. Please keep the box for two weeks, as the carrier sometimes wants to see it.

Mind your fingers: wrap broken pieces in newspaper before they go into the bin.
`,
      ),
      article(
        'returns-tea',
        'Can I return opened tea?',
        'Opened tea stays, but tell us what was wrong.',
        `
We cannot sell opened tea again, so we cannot take it back. If it was stale, damaged or not what the label says, that is our fault, and we send another or refund it.

If you simply do not like it, tell us what you usually drink. We are happy to suggest a different one.
`,
      ),
      article(
        'returns-exchange',
        'Can I exchange a size or a colour?',
        'Yes. We hold the new one for you.',
        `
Talk to us, say which one you would like instead, and we **put it aside** for 14 days. Send the first one back with our label; the second leaves on the day it arrives.

If prices differ, we refund or ask for the difference.
`,
      ),
      article(
        'returns-gift',
        'Returning a gift',
        'It works without the person who gave it.',
        `
You need the order number from the card in the box, nothing else. We send you a voucher over what was paid, and the giver hears nothing of it from us.
`,
      ),
    ],
  },
  {
    id: 'orders',
    title: 'Orders and payment',
    articles: [
      article(
        'orders-find',
        'Where is my order?',
        'Number and e-mail are enough.',
        `
Choose **Order Status** here in the chat and type your order number and e-mail address. You see what has been packed, what has left, when the carrier last saw it and the promised day.

The number has four digits, such as 1001. It is in the subject of the mail that we sent when you ordered.
`,
      ),
      article(
        'orders-cancel',
        'Can I cancel or change my order?',
        'Until it is packed.',
        `
As long as we have not packed it, yes: talk to us. We pack at 2 pm on working days, so mornings are good.

After that, let it come and send it back; returns are free in the UK. A cancelled order is refunded within **five working days**.
`,
      ),
      article(
        'orders-partly',
        'Why did only part of my order arrive?',
        'Pots and linen often travel apart.',
        `
Pots are packed in our cellar, linen comes from the loft, and sometimes one of them is ready first. Your order shows **each parcel** with its own day.

You pay delivery once. If one parcel says delivered and you do not have it, talk to us.
`,
      ),
      article(
        'payment-ways',
        'How can I pay?',
        'Card, PayPal, Apple Pay, Google Pay.',
        `
- Visa, Mastercard, American Express
- PayPal
- Apple Pay and Google Pay
- Fern & Kettle vouchers, also for a part of the sum

We charge when we post, not when you order. Please never send us a card number in the chat; we do not need it, and we would only have to delete it.
`,
      ),
      article(
        'payment-failed',
        'My payment failed',
        'Nothing was charged. Here is what helps.',
        `
A failed payment costs nothing; if you see the sum in your bank's app, it is a reservation that goes away within three days.

- Check that the billing address is the one your bank has
- Confirm the payment in your bank's app, if it asks
- Try another way to pay

If you were charged **twice**, talk to us at once.
`,
      ),
      article(
        'payment-invoice',
        'I need an invoice',
        'It is in your shipping mail.',
        `
The invoice is attached to the mail that says your order has left. For a company's name or a VAT number on it, talk to us **before** we post, with your order number.
`,
      ),
    ],
  },
  {
    id: 'sizes',
    title: 'Sizes and choosing',
    articles: [
      article(
        'sizes-apron',
        'Which size of the Crossback Apron?',
        'Measure around the chest.',
        `
Measure around the widest part of your chest, over what you usually cook in.

- **Small:** 80 to 94 cm, 82 cm long
- **Medium:** 95 to 109 cm, 88 cm long
- **Large:** 110 to 126 cm, 94 cm long

Between two sizes, take the larger one: linen falls better with room, and it shrinks by about 2 % in the first wash.
`,
      ),
      article(
        'sizes-pot',
        'Which size of the Plain Brown Pot?',
        'Two, four or six cups.',
        `
A cup is 220 ml here, filled as one does.

- **2 cups:** 500 ml, 12 cm high
- **4 cups:** 900 ml, 14.5 cm high
- **6 cups:** 1.3 litres, 16.5 cm high

For one person who comes back for a second cup, take the two. A half-empty pot cools quickly, so bigger is not better.
`,
      ),
      article(
        'sizes-kettle',
        'Does The Morning Kettle work on induction?',
        'Yes: gas, electric and induction.',
        `
The base is 16 cm of magnetic steel, so it works on **gas, electric and induction** hobs. It holds 1.6 litres, which is seven cups.

On induction, start at middle heat for the first minute. On gas, keep the flame below the base, so that the grip stays cool.
`,
      ),
      article(
        'sizes-tea',
        'Which tea for whom?',
        'Two questions are enough.',
        `
**Do you take milk?** Then Harbour Breakfast: Assam and Kenya with a pinch of smoke.

**Would you rather have something light?** Then Fern Sencha: first-flush green tea, grassy and a little sweet.

For a gift, take the smaller size of both. If you are not sure, tell us what the other person drinks, and one of us answers.
`,
      ),
    ],
  },
  {
    id: 'care',
    title: 'Care',
    articles: [
      article(
        'care-pot',
        'How do I clean the Plain Brown Pot?',
        'Rinse, no soap.',
        `
Rinse it with hot water and let it dry with the lid off. **No soap, no dishwasher:** the clay is fine-pored and remembers the taste.

Brown stains are tannin and harmless. If you want them gone, leave a spoon of baking soda in hot water overnight.
`,
      ),
      article(
        'care-kettle',
        'How do I descale The Morning Kettle?',
        'With a splash of vinegar.',
        `
Fill it half with water, add a **splash of white vinegar**, boil it, wait twenty minutes, rinse twice. In hard-water places once a month is right.

Not for the dishwasher. If the enamel chips on the inside, stop using it and talk to us.
`,
      ),
      article(
        'care-linen',
        'How do I wash the linen?',
        'Apron at 40 °C, towels at 60 °C.',
        `
- **Crossback Apron:** 40 °C, dry on the line, do not iron
- **Tea Towels:** 60 °C, no softener, since it stops them drying

Wash dark colours alone the first two times. Linen is stiff when new and gets softer with every wash; that is meant.
`,
      ),
      article(
        'care-tea',
        'How do I keep tea fresh?',
        'Dark, dry, closed, away from spices.',
        `
Light, air and the spice rack are what tea fears. Keep it closed, in a cupboard that is not above the hob.

- **Fern Sencha:** a year closed, two months open
- **Harbour Breakfast:** eighteen months closed, three open

Old tea is not bad for you. It only tastes of less.
`,
      ),
      article(
        'care-allergens',
        'What about allergens and caffeine?',
        'Pure tea, packed where nothing else is.',
        `
Both teas are pure leaves: **no gluten, nuts, milk or soy**, and we pack nothing else in that room. Both contain caffeine: about 40 mg a cup for Harbour Breakfast, 25 mg for Fern Sencha.

If tea of ours has made you ill, please see a doctor first, then talk to us at once and keep the package.
`,
      ),
    ],
  },
  {
    id: 'shop',
    title: 'The shop and your account',
    articles: [
      article(
        'shop-hours',
        'When are you there?',
        'Chat Monday to Friday, nine to six.',
        `
**Chat and telephone:** Monday to Friday, nine to six, London time. Outside of that, leave us a message here; we answer by the time the chat tells you.

**The shop:** 14 Fennel Row, London. Tuesday to Saturday, ten to six. The kettle is on.
`,
      ),
      article(
        'account-need',
        'Do I need an account?',
        'No. Number and e-mail do everything.',
        `
You can order, look an order up and return it without an account. One is handy if you order often: it keeps your addresses and your invoices.

Choose “Create an account” in the mail we sent with your last order, and that order is in it already.
`,
      ),
      article(
        'account-data',
        'What do you know about me, and how do I delete it?',
        'Write one sentence; we do the rest.',
        `
We keep what an order needs: name, address, what you bought. Invoices we must keep for **six years**; everything else goes when you ask.

Tell us here or write to help@fernandkettle.example, from the address you ordered with. We answer within three days and are done within thirty.
`,
      ),
    ],
  },
]
