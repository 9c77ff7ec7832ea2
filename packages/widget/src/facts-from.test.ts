/** @vitest-environment happy-dom */
import { expect, test, vi } from 'vitest'
import { factsFrom } from './facts-from.js'

const warn = vi.fn<(message: string) => void>()

test('takes short texts and numbers for facts, the later ones, and drops the rest', async () => {
  const facts = { orderNumber: 10023, email: 'a@b.example', long: 'x'.repeat(201), cart: { total: 1 }, toString: 'x' }
  expect(factsFrom([{ size: 'M', email: 'old@b.example' }, facts, undefined, 7, ['x']], warn)).toEqual({
    size: 'M',
    orderNumber: '10023',
    email: 'a@b.example',
  })
})

test('reads the page’s JSON script, and says when there is none', async () => {
  const script = document.createElement('script')
  script.type = 'application/json'
  script.id = 'context'
  script.textContent = '{"orderNumber": "10023"}'
  document.head.append(script)
  expect(factsFrom(['#context'], warn)).toEqual({ orderNumber: '10023' })
  await vi.dynamicImportSettled()
  expect(warn).not.toHaveBeenCalled()
  script.textContent = '{'
  for (const selector of ['#context', '#nothing', '::wrong(']) expect(factsFrom([selector], warn)).toEqual({})
  await vi.dynamicImportSettled()
  expect(warn).toHaveBeenCalledTimes(3)
  script.remove()
})
