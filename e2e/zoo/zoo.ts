import type { HostPage } from './host-page.js'
import { guarded } from './places.js'
import { scripted } from './scripts.js'
import { styled } from './styles.js'

const all = [...styled, ...scripted, ...guarded]

/** Those that have found most: they are visited at every change. */
const MEANEST = /transformed, zoomed|Prototype 1\.7|as its template|strict policy|polluted/

export const meanest: readonly HostPage[] = all.filter(({ name }) => MEANEST.test(name))
export const others: readonly HostPage[] = all.filter(({ name }) => !MEANEST.test(name))
