import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { Window } from 'happy-dom'
import { describe, expect, it } from 'vitest'

const folder = `${import.meta.dirname}/../`
const read = (path: string) => readFileSync(folder + path, 'utf8')
// A window of the test's own, in Node: the test reads files, which a page's environment cannot.
const { DOMParser } = new Window({
  settings: { disableCSSFileLoading: true, disableJavaScriptFileLoading: true, handleDisabledFileLoadingAsSuccess: true },
})
const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html') as unknown as Document

const PAGES = ['index.html', 'product.html', 'cart.html'] as const
const pages = PAGES.map((name) => [name, read(name), parse(read(name))] as const)
const scripts = readdirSync(`${folder}shop`).filter((name) => name.endsWith('.js'))

/** What the page holds, its templates included. */
function everything(page: Document): Element[] {
  const inTemplates = [...page.querySelectorAll('template')].flatMap((template) => [...template.content.querySelectorAll('*')])
  return [...page.querySelectorAll('*'), ...inTemplates]
}

interface Choice {
  id: string
  label: string
  price?: number
  picture?: string
}
interface Product {
  id: string
  name: string
  line: string
  price: number
  ground: string
  picture: string
  alt: string
  choices: Choice[]
  sizes?: { columns: string[]; rows: string[][] }
}
const load = async (path: string) => (await import(/* @vite-ignore */ `${folder}shop/${path}`)) as Record<string, unknown>
const products = (await load('products.js'))['products'] as readonly Product[]
const inPounds = (await load('price.js'))['inPounds'] as (pence: number) => string

describe.each(pages)('%s', (name, html, page) => {
  it('has the one script tag of the chat, as the documentation shows it', () => {
    const tags = page.querySelectorAll('script[src*="shopbell"]')
    expect(tags).toHaveLength(1)
    expect(Object.fromEntries([...(tags[0]?.attributes ?? [])].map(({ name, value }) => [name, value]))).toEqual({
      async: '',
      src: '/cdn/shopbell.js',
      'data-backend': '/',
      'data-site': 'demo',
      'data-title': 'Fern & Kettle',
      'data-theme': 'counter',
      'data-mailto': 'help@fernandkettle.example',
      'data-phone': '+44 20 7946 0018',
      'data-cfasync': 'false',
      'data-debug': '',
      'data-no-optimize': '',
      'data-no-minify': '',
    })
  })

  it('runs where inline scripts, styles and handlers are forbidden', () => {
    const elements = everything(page)
    for (const script of page.querySelectorAll('script')) expect(script.textContent).toBe('')
    expect(elements.filter((element) => element.localName === 'style')).toEqual([])
    const inline = elements.flatMap((element) =>
      [...element.attributes].filter(({ name }) => name === 'style' || /^on/.test(name)),
    )
    expect(inline).toEqual([])
    expect(html).not.toContain('javascript:')
  })

  it('asks only this address for anything, and everything it asks for is there', () => {
    const wanted = everything(page).flatMap((element) => {
      const address = element.getAttribute('src') ?? element.getAttribute('href')
      return address === null || /^(mailto:|tel:|#)/.test(address) ? [] : [address]
    })
    expect(wanted.length).toBeGreaterThan(20)
    for (const address of wanted) {
      const url = new URL(address, 'http://shop.example/')
      expect(url.host, address).toBe('shop.example')
      if (['/cdn/shopbell.js', '/inbox'].includes(url.pathname)) continue // The desk's.
      const file = url.pathname === '/' ? 'index.html' : url.pathname.slice(1)
      expect(existsSync(folder + file), address).toBe(true)
      if (url.hash) expect(parse(read(file)).getElementById(url.hash.slice(1)), address).not.toBeNull()
    }
  })

  it('wears the same strip, header, footer and cookie card as the front page', () => {
    const front = pages[0]?.[2]
    for (const shared of ['.demo', '.masthead', '.foot', '.cookie-card']) {
      expect(page.querySelector(shared)?.outerHTML, shared).toBe(front?.querySelector(shared)?.outerHTML)
      expect(page.querySelectorAll(shared), shared).toHaveLength(1)
    }
  })

  it('says what each picture shows and how large it is', () => {
    for (const picture of everything(page).filter((element) => element.localName === 'img')) {
      for (const attribute of ['alt', 'width', 'height']) expect(picture.hasAttribute(attribute), picture.outerHTML).toBe(true)
    }
  })

  it(`gives every ${name} template and control one id`, () => {
    const ids = everything(page).flatMap((element) => (element.id ? [element.id] : []))
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('the scripts', () => {
  it.each(scripts)('%s writes no HTML and evaluates nothing', (name) => {
    expect(read(`shop/${name}`)).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function/)
  })

  it.each(scripts)('%s imports only what is there', (name) => {
    for (const [, address] of read(`shop/${name}`).matchAll(/from '([^']+)'/g)) {
      expect(existsSync(`${folder}shop/${address}`), address).toBe(true)
    }
  })

  it('know the chat by its stub alone', () => {
    const naming = scripts.filter((name) => /Shopbell/.test(read(`shop/${name}`)))
    expect(naming).toEqual(['bell.js'])
  })
})

describe('the shelves', () => {
  const cards = [...(pages[0]?.[2].querySelectorAll('.good') ?? [])]

  it('show the same six things on the front page as the product page knows', () => {
    const shown = cards.map((card) => ({
      href: card.querySelector('a')?.getAttribute('href'),
      name: card.querySelector('h3')?.textContent,
      price: card.querySelector('.price')?.textContent,
      line: card.querySelector('.line')?.textContent,
      picture: card.querySelector('img')?.getAttribute('src'),
      alt: card.querySelector('img')?.getAttribute('alt'),
      tray: card.querySelector('.tray')?.className,
    }))
    const known = products.map((product) => {
      const prices = product.choices.map((choice) => choice.price ?? product.price)
      const least = Math.min(...prices)
      return {
        href: `product.html?item=${product.id}`,
        name: product.name,
        price: `${prices.some((price) => price !== least) ? 'from ' : ''}${inPounds(least)}`,
        line: product.line,
        picture: `pictures/${product.picture}.svg`,
        alt: product.alt,
        tray: `tray ${product.ground}`,
      }
    })
    expect(shown).toEqual(known)
    expect(known).toHaveLength(6)
  })

  it('hold a picture for every choice, and a row of measures for every size', () => {
    for (const product of products) {
      for (const choice of product.choices)
        expect(existsSync(`${folder}pictures/${choice.picture ?? product.picture}.svg`)).toBe(true)
      if (!product.sizes) continue
      expect(product.sizes.rows).toHaveLength(product.choices.length)
      for (const row of product.sizes.rows) expect(row).toHaveLength(product.sizes.columns.length)
    }
  })

  it('draw their pictures without styles or scripts, which a strict page would drop', () => {
    for (const name of readdirSync(`${folder}pictures`))
      expect(read(`pictures/${name}`)).not.toMatch(/<style|style=|<script|href=/)
  })
})
