// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest'

interface Thing {
  id: string
  name?: string
}
interface Line {
  product: Thing
  choice: Thing
  quantity: number
}
interface Cart {
  cartLines(): Line[]
  cartCount(): number
  cartTotal(): { goods: number; delivery: number; total: number; missing: number }
  addToCart(product: unknown, choice: unknown): boolean
  setQuantity(product: unknown, choice: unknown, quantity: number): void
  onCartChange(listener: () => void): void
}
const shop = `${import.meta.dirname}/../shop/`
const cart = (await import(/* @vite-ignore */ `${shop}cart.js`)) as Cart
const { findProduct, findChoice } = (await import(/* @vite-ignore */ `${shop}products.js`)) as {
  findProduct(id: string): unknown
  findChoice(product: unknown, id: string): unknown
}
const thing = (item: string, choice: string) => [findProduct(item), findChoice(findProduct(item), choice)] as const
const pot = thing('brown-pot', '2')
const towels = thing('tea-towels', 'ink')

beforeEach(() => localStorage.clear())

it('stores nothing until something is picked up', () => {
  expect(cart.cartCount()).toBe(0)
  expect(localStorage).toHaveLength(0)
  cart.addToCart(...pot)
  expect(localStorage).toHaveLength(1)
})

it('counts one thing twice on one line, and another choice on its own', () => {
  for (const picked of [pot, towels, pot, thing('brown-pot', '6')]) cart.addToCart(...picked)
  expect(cart.cartLines().map(({ product, choice, quantity }) => [product.id, choice.id, quantity])).toEqual([
    ['brown-pot', '2', 2],
    ['tea-towels', 'ink', 1],
    ['brown-pot', '6', 1],
  ])
  expect(cart.cartCount()).toBe(4)
})

it('posts at most nine of one', () => {
  for (let times = 0; times < 9; times += 1) expect(cart.addToCart(...pot)).toBe(true)
  expect(cart.addToCart(...pot)).toBe(false)
  cart.setQuantity(...pot, 12)
  expect(cart.cartCount()).toBe(9)
})

it('takes a line out at none', () => {
  cart.addToCart(...pot)
  cart.addToCart(...towels)
  cart.setQuantity(...pot, 0)
  expect(cart.cartLines().map(({ product }) => product.id)).toEqual(['tea-towels'])
})

it.each([
  ['nothing', [], { goods: 0, delivery: 0, total: 0, missing: 4500 }],
  ['£34', [pot], { goods: 3400, delivery: 395, total: 3795, missing: 1100 }],
  ['£58', [pot, towels], { goods: 5800, delivery: 0, total: 5800, missing: 0 }],
])('asks for delivery below £45 and not above: %s', (_, picked, total) => {
  for (const one of picked) cart.addToCart(...one)
  expect(cart.cartTotal()).toEqual(total)
})

it.each([
  ['no JSON', '{', 0],
  ['no list', '{"0":1}', 0],
  ['something we do not sell', '[{"item":"samovar","choice":"2","quantity":1}]', 0],
  ['a choice that is not one', '[{"item":"brown-pot","choice":"12","quantity":1}]', 0],
  ['half a pot', '[{"item":"brown-pot","choice":"2","quantity":0.5}]', 0],
  ['less than none', '[{"item":"brown-pot","choice":"2","quantity":-3}]', 0],
  ['null among good lines', '[null,{"item":"brown-pot","choice":"2","quantity":2}]', 2],
  ['more than we post', '[{"item":"brown-pot","choice":"2","quantity":500}]', 9],
])('believes of a stored cart only what it sells: %s', (_, stored, count) => {
  localStorage.setItem('fern:cart', stored)
  expect(cart.cartCount()).toBe(count)
})

it('tells the page of changes, here and in another tab', () => {
  const heard = vi.fn()
  cart.onCartChange(heard)
  cart.addToCart(...pot)
  expect(heard).toHaveBeenCalledTimes(1)
  window.dispatchEvent(new StorageEvent('storage', { key: 'fern:cart' }))
  expect(heard).toHaveBeenCalledTimes(2)
  window.dispatchEvent(new StorageEvent('storage', { key: 'something-else' }))
  expect(heard).toHaveBeenCalledTimes(2)
})
