import { describe, expect, it } from 'vitest'
import { addressOf } from './address.js'
import { isLoopbackHost, parseOrigin, readOrigins } from './origin.js'

describe('an origin is exactly one', () => {
  it.each(['https://shop.example', 'http://localhost:4600', 'https://xn--bcher-kva.example'])('%s is', (text) => {
    expect(parseOrigin(text)?.origin).toBe(text)
  })

  it.each([
    'null',
    '',
    'https://shop.example/',
    'https://SHOP.example',
    'https://shop.example.',
    'https://me@shop.example',
    'https://shop.example:443',
    'file://',
    'javascript:alert(1)',
    'chrome-extension://abc',
  ])('%s is not', (text) => expect(parseOrigin(text)).toBeNull())

  it.each([
    ['localhost', true],
    ['localhost:4600', true],
    ['127.0.0.1:4600', true],
    ['127.9.9.9', true],
    ['[::1]:4600', true],
    ['LOCALHOST:1', true],
    ['localhost.evil.example', false],
    ['127.0.0.1.evil.example', false],
    ['evil.example', false],
    ['127.0.0.1@evil.example', false],
    ['', false],
    [undefined, false],
  ])('host %s is this machine: %s', (host, expected) => expect(isLoopbackHost(host)).toBe(expected))
})

describe('the network of a caller', () => {
  const call = (remoteAddress: string, forwarded?: string) =>
    ({ socket: { remoteAddress }, headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded } }) as never

  it.each([
    ['203.0.113.77', '203.0.113.0/24'],
    ['::ffff:203.0.113.77', '203.0.113.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('%s is %s', (address, expected) => expect(addressOf(call(address))).toBe(expected))

  it('is not what the caller claims, unless a proxy of the shop’s says so', () => {
    expect(addressOf(call('203.0.113.77', '198.51.100.1'))).toBe('203.0.113.0/24')
    expect(addressOf(call('10.0.0.1', '6.6.6.6, 198.51.100.1'), 1)).toBe('198.51.100.0/24')
  })
})

describe('a list of origins', () => {
  it('forgives a slash at the end, blanks and capitals', () => {
    expect(readOrigins(' https://Shop.example/, https://ok.example:8443 ')).toEqual({
      good: ['https://shop.example', 'https://ok.example:8443'],
    })
  })

  it.each(['shop.example', 'https://shop.example/path', 'ftp://shop.example', 'https://'])('names what is none: %s', (text) => {
    expect(readOrigins(`https://ok.example,${text}`).bad).toBe(text)
  })
})
