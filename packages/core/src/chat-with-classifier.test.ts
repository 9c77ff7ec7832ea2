import { expect, test } from 'vitest'
import type { Adapter } from './adapter.js'
import { createChat } from './chat.js'
import { storefrontFlow } from './flow/storefront-flow.js'
import { createFakeEnvironment } from './testing/fake-environment.js'

function chatWith(classify: NonNullable<Adapter['classifier']>['classify']) {
  const environment = createFakeEnvironment()
  const adapter: Adapter = { contact: { mailto: 'shop@example.com' }, faqs, classifier: { classify } }
  return { environment, chat: createChat({ site: 'shop', adapter, opening: storefrontFlow, flow: storefrontFlow, environment }) }
}

const faqs = { topics: async () => [], search: async () => [], read: async () => null }

test('the shop’s classifier places what the rules do not', async () => {
  const { chat } = chatWith(async () => ({ to: 'faq', score: 0.9 }))
  await chat.send({ type: 'start' })
  await chat.send({ type: 'say', text: 'flurb' })
  expect(JSON.stringify(chat.getSnapshot())).not.toContain('ask-again')
  chat.destroy()
})

test('a shopper who does something else does not wait for the classifier', async () => {
  let told: AbortSignal | undefined
  const { chat } = chatWith((_, __, signal) => {
    told = signal
    return new Promise(() => undefined)
  })
  await chat.send({ type: 'start' })
  const said = chat.send({ type: 'say', text: 'flurb' })
  await expect.poll(() => told?.aborted).toBe(false)
  // No time passes: only the tap can end the wait.
  await chat.send({ type: 'talk-to-agent' })
  await said
  expect(told?.aborted).toBe(true)
  chat.destroy()
})

test('nothing is asked any more once the chat is gone', async () => {
  let told: AbortSignal | undefined
  const { chat, environment } = chatWith((_, __, signal) => {
    told = signal
    return new Promise(() => undefined)
  })
  await chat.send({ type: 'start' })
  void chat.send({ type: 'say', text: 'flurb' })
  await expect.poll(() => told?.aborted).toBe(false)
  chat.destroy()
  await environment.settle()
  expect(told?.aborted).toBe(true)
})
