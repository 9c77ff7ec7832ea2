import { describe, expect, it } from 'vitest'
import { logLines, unseenOf } from './log-lines.js'
import { detailWith, NOON, recordOf, said } from './stand-in/desk.js'

const lines = (detail: ReturnType<typeof detailWith>, pending: Parameters<typeof logLines>[1] = []) =>
  logLines(detail, pending, 'Ada', NOON)

describe('the lines of the log', () => {
  it('begins a run with its speaker, and a new one after two minutes or another voice', () => {
    const records = [
      recordOf(1, 'shopper', said('one'), { at: NOON }),
      recordOf(2, 'shopper', said('two'), { at: NOON + 60_000 }),
      recordOf(3, 'shopper', said('three'), { at: NOON + 200_000 }),
      recordOf(4, 'agent', said('four'), { at: NOON + 201_000, name: 'Ada' }),
    ]
    const firsts = lines(detailWith({ records })).flatMap((line) => (line.kind === 'message' ? [[line.who, line.first]] : []))
    expect(firsts).toEqual([
      ['Marieke', true],
      ['Marieke', false],
      ['Marieke', true],
      ['You', true],
    ])
  })

  it('puts a note where it was written', () => {
    const records = [recordOf(1, 'shopper', said('one'), { at: NOON }), recordOf(2, 'shopper', said('two'), { at: NOON + 2_000 })]
    const notes = [{ id: 'n1', at: NOON + 1_000, agent: 'Ada', text: 'between' }]
    expect(lines(detailWith({ records, notes })).map(({ kind }) => kind)).toEqual(['day', 'message', 'note', 'message'])
  })

  it('separates days', () => {
    const records = [
      recordOf(1, 'shopper', said('one'), { at: NOON - 86_400_000 }),
      recordOf(2, 'shopper', said('two'), { at: NOON }),
    ]
    expect(lines(detailWith({ records })).flatMap((line) => (line.kind === 'day' ? [line.text] : []))).toEqual([
      'Yesterday',
      'Today',
    ])
  })

  it('shows that a line was erased, and not what it said', () => {
    const records = [recordOf(1, 'shopper', said('my card number')), recordOf(2, 'desk', { kind: 'erased', seq: 1 })]
    const drawn = lines(detailWith({ records }))
    expect(drawn.map(({ kind }) => kind)).toEqual(['day', 'erased'])
    expect(JSON.stringify(drawn)).not.toContain('card number')
  })

  it('shows a reply once, whether its answer or its record comes first', () => {
    const pending = [{ id: 'id-1', text: 'hello', at: NOON, state: 'sending' as const }]
    const before = lines(detailWith(), pending)
    expect(before.filter(({ kind }) => kind === 'pending')).toHaveLength(1)
    const records = [recordOf(1, 'agent', said('hello'), { cmid: 'id-1', name: 'Ada' })]
    expect(lines(detailWith({ records }), pending).map(({ kind }) => kind)).toEqual(['day', 'message'])
  })

  it('has one key for each line', () => {
    const records = Array.from({ length: 50 }, (_, index) =>
      recordOf(index + 1, index % 3 ? 'shopper' : 'agent', said(`${index}`), { at: NOON + index * 40_000_000 }),
    )
    const keys = lines(detailWith({ records })).map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('counts as unseen only what the shopper said', () => {
    const records = [
      recordOf(1, 'shopper', { kind: 'opened', want: 'live', packet: detailWith().packet }),
      recordOf(2, 'agent', said('hello')),
      recordOf(3, 'shopper', said('one')),
      recordOf(4, 'shopper', { kind: 'rated', score: 5 }),
      recordOf(5, 'shopper', said('two')),
    ]
    expect(unseenOf(records, 0)).toBe(2)
    expect(unseenOf(records, 3)).toBe(1)
    expect(unseenOf(records, 5)).toBe(0)
  })
})
