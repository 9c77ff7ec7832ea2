import { expect, test } from 'vitest'

// Plain JavaScript for the browser, so its types are said here.
const script: string = '../shop/opening-hours.js'
const { cityOf, hoursInWords } = (await import(script)) as {
  cityOf(zone: unknown): string
  hoursInWords(hours: unknown): string
}

const day = [{ from: '09:00', to: '18:00' }]

test.each<[unknown, string]>([
  [{ week: { mon: day, tue: day, wed: day, thu: day, fri: day } }, 'Monday to Friday 09:00–18:00'],
  [
    {
      week: {
        mon: day,
        wed: [
          { from: '08:00', to: '12:00' },
          { from: '13:00', to: '17:00' },
        ],
      },
    },
    'Monday 09:00–18:00, Wednesday 08:00–12:00 and 13:00–17:00',
  ],
  [{ week: {} }, ''],
  [{ week: { mon: [{ from: '<b>', to: '18:00' }] } }, ''],
  [null, ''],
])('%j reads %s', (hours, words) => {
  expect(hoursInWords(hours)).toBe(words)
})

test('a zone is named by its city', () => {
  expect([cityOf('America/New_York'), cityOf('UTC'), cityOf(7)]).toEqual(['New York', 'UTC', ''])
})
