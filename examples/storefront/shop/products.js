/**
 * Everything that is for sale. Prices are in pence. `ground` is the colour of the tray that a thing lies on. A choice may have its
 * own price and its own picture; without one, the product's are meant.
 */
export const products = [
  {
    id: 'morning-kettle',
    shelf: 'pots',
    name: 'The Morning Kettle',
    line: 'Enamelled steel, a beech grip, and a whistle you can hear from the garden.',
    price: 6800,
    ground: 'sky',
    picture: 'kettle-butter',
    alt: 'A butter-yellow enamel kettle with a wooden grip',
    ask: 'Ask about these colours',
    question: 'A question about the colours of The Morning Kettle: ',
    legend: 'Colour',
    choices: [
      { id: 'butter', label: 'Butter', picture: 'kettle-butter' },
      { id: 'chalk', label: 'Chalk', picture: 'kettle-chalk' },
      { id: 'bottle', label: 'Bottle green', picture: 'kettle-bottle' },
    ],
    facts: [
      ['Holds', '1.6 litres, seven cups'],
      ['Height', '24 cm with the handle up'],
      ['Weighs', '1.1 kg'],
      ['Hobs', 'Gas, electric and induction'],
      ['Care', 'Descale with a splash of vinegar. Not for the dishwasher.'],
    ],
  },
  {
    id: 'fern-sencha',
    shelf: 'tea',
    name: 'Fern Sencha',
    line: 'First-flush green tea, steamed the day it is picked. Grassy, soft, a little sweet.',
    price: 1250,
    ground: 'rose',
    picture: 'sencha-tin',
    alt: 'A green tea tin with a fern on its label',
    ask: 'Ask about this tea',
    question: 'A question about Fern Sencha: ',
    legend: 'Tin',
    choices: [
      { id: '80', label: '80 g', price: 1250 },
      { id: '160', label: '160 g', price: 2200 },
    ],
    facts: [
      ['Cups', 'About 35 from 80 g, twice that if you steep again'],
      ['Brew', 'Two minutes at 75 °C, a heaped teaspoon each'],
      ['From', 'Shizuoka, Japan'],
      ['Keeps', 'A year closed, two months open'],
    ],
  },
  {
    id: 'brown-pot',
    shelf: 'pots',
    name: 'Plain Brown Pot',
    line: 'Red clay, a round belly and a spout that does not drip. It has looked like this since 1919.',
    price: 3400,
    ground: 'celadon',
    picture: 'brown-pot',
    alt: 'A round brown teapot with a band of bare clay at its foot',
    ask: 'Ask about this size',
    question: 'A question about the size of the Plain Brown Pot: ',
    legend: 'Size',
    choices: [
      { id: '2', label: '2 cups', price: 3400 },
      { id: '4', label: '4 cups', price: 4200 },
      { id: '6', label: '6 cups', price: 4900 },
    ],
    sizes: {
      columns: ['Holds', 'Height', 'Spout to handle'],
      rows: [
        ['500 ml', '12 cm', '19 cm'],
        ['900 ml', '14.5 cm', '22 cm'],
        ['1.3 litres', '16.5 cm', '25 cm'],
      ],
    },
    facts: [
      ['Filter', 'Pierced clay behind the spout; loose leaves welcome'],
      ['Care', 'Rinse, no soap: the glaze remembers'],
    ],
  },
  {
    id: 'harbour-breakfast',
    shelf: 'tea',
    name: 'Harbour Breakfast',
    line: 'Assam and Kenya with a pinch of smoke. It takes milk and does not argue.',
    price: 950,
    ground: 'butter',
    picture: 'breakfast-bag',
    alt: 'A dark blue paper bag of tea with a rising sun on its label',
    ask: 'Ask about this tea',
    question: 'A question about Harbour Breakfast: ',
    legend: 'Bag',
    choices: [
      { id: '125', label: '125 g', price: 950 },
      { id: '250', label: '250 g', price: 1700 },
      { id: '500', label: '500 g', price: 3100 },
    ],
    facts: [
      ['Cups', 'About 50 from 125 g'],
      ['Brew', 'Four minutes, boiling, a teaspoon each'],
      ['From', 'Assam, India, and Kericho, Kenya'],
      ['Keeps', 'Eighteen months closed, three open'],
    ],
  },
  {
    id: 'crossback-apron',
    shelf: 'linen',
    name: 'Crossback Apron',
    line: 'Heavy washed linen with nothing to tie behind your neck. Two deep pockets, one for the phone you ignore.',
    price: 5800,
    ground: 'mist',
    picture: 'apron',
    alt: 'A clay-coloured linen apron on a wooden peg rail',
    ask: 'Ask about this size',
    question: 'A question about the size of the Crossback Apron: ',
    legend: 'Size',
    choices: [
      { id: 's', label: 'Small' },
      { id: 'm', label: 'Medium' },
      { id: 'l', label: 'Large' },
    ],
    sizes: {
      columns: ['Chest', 'Length', 'Bib'],
      rows: [
        ['80–94 cm', '82 cm', '28 cm'],
        ['95–109 cm', '88 cm', '31 cm'],
        ['110–126 cm', '94 cm', '34 cm'],
      ],
    },
    facts: [
      ['Cloth', 'Linen, 285 g/m², woven in Lithuania'],
      ['Care', 'Wash at 40 °C, dry on the line, do not iron'],
    ],
  },
  {
    id: 'tea-towels',
    shelf: 'linen',
    name: 'Tea Towels, a Pair',
    line: 'One striped for the glasses, one checked for everything else. Softer every wash.',
    price: 2400,
    ground: 'oat',
    picture: 'towels-fern',
    alt: 'A striped and a checked tea towel over a wooden rail',
    ask: 'Ask about these colours',
    question: 'A question about the colours of the tea towels: ',
    legend: 'Colour',
    choices: [
      { id: 'fern', label: 'Fern', picture: 'towels-fern' },
      { id: 'ink', label: 'Ink', picture: 'towels-ink' },
      { id: 'brick', label: 'Brick', picture: 'towels-brick' },
    ],
    facts: [
      ['Each', '50 × 75 cm, with a loop'],
      ['Cloth', 'Half linen, half cotton, 210 g/m²'],
      ['Care', 'Wash at 60 °C; no softener, it stops them drying'],
    ],
  },
]

/** The product of that id, or `undefined`. */
export const findProduct = (id) => products.find((product) => product.id === id)

/** The choice of that id, or `undefined`. */
export const findChoice = (product, id) => product.choices.find((choice) => choice.id === id)

/** What one costs, in pence. */
export const priceOf = (product, choice) => choice.price ?? product.price

/** Where its picture is. */
export const pictureOf = (product, choice) => `pictures/${choice?.picture ?? product.picture}.svg`
