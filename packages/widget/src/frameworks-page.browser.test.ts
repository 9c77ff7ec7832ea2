// The recipes of docs/frameworks.md, run by what stands for React and Vue: effects that run twice, as StrictMode has them, and hooks.
import { afterEach, expect, test, vi } from 'vitest'
import page from '../../../docs/frameworks.md?raw'
import { mount } from './index.js'

afterEach(() => document.body.replaceChildren())

const recipe = (name: string) =>
  (new RegExp(`^\`\`\`\\w+ ${name}\\n(.*?)^\`\`\``, 'ms').exec(page)?.[1] ?? '')
    .replaceAll(/^import .*\n/gm, '')
    .replaceAll('export function', 'return function')
const chats = () => document.querySelectorAll('shopbell-chat').length

test('the recipe for React leaves one chat where an effect runs twice, and none afterwards', () => {
  const warn = vi.spyOn(console, 'warn')
  const effects: (() => () => void)[] = []
  const lists: unknown[] = []
  const useEffect = (effect: () => () => void, list: unknown) => {
    effects.push(effect)
    lists.push(list)
  }
  const ShopChat = new Function('mount', 'useEffect', recipe('react'))(mount, useEffect) as () => null
  expect(ShopChat()).toBeNull()
  expect(chats()).toBe(0)
  const [effect] = effects
  effect?.()()
  const end = effect?.()
  expect(chats()).toBe(1)
  end?.()
  expect(chats()).toBe(0)
  expect(lists).toEqual([[]])
  expect(warn).not.toHaveBeenCalled()
})

test('the recipe for Vue mounts with the component and goes with it', () => {
  const hooks: Record<string, () => void> = {}
  const hook = (name: string) => (run: () => void) => {
    hooks[name] = run
  }
  const names = ['mount', 'onMounted', 'onUnmounted'] as const
  const useShopChat = new Function(...names, recipe('vue'))(mount, hook('mounted'), hook('unmounted')) as (
    options: object,
  ) => void
  useShopChat({ mailto: 'help@shop.example' })
  expect(chats()).toBe(0)
  hooks['mounted']?.()
  expect(chats()).toBe(1)
  hooks['unmounted']?.()
  expect(chats()).toBe(0)
})
