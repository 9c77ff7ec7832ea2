import type { Command } from '../command.js'
import { Complaint } from '../complaint.js'
import { checkThemes } from './theme-check.js'
import { newTheme } from './theme-new.js'
import { packTheme } from './theme-pack.js'

const DEEDS = { new: newTheme, check: checkThemes, pack: packTheme } as const

/** `shopbell theme new`, `shopbell theme check`, `shopbell theme pack` */
export const theme: Command = {
  name: 'theme',
  takes: 'new <name> | check <file…> | pack <file>',
  about: 'Begins a theme, says what is wrong with one, or packs it for a script tag.',
  options: {
    out: { value: 'file', about: 'pack: where the JSON goes. Defaults to <name>.theme.json.' },
    hosts: { value: 'hosts', about: 'check, pack: hosts from which the shop allows pictures, with commas between.' },
    json: { about: 'check: print the findings as JSON.' },
  },
  examples: ['shopbell theme new corner-shop', 'shopbell theme check corner-shop.mjs', 'shopbell theme pack corner-shop.mjs'],
  least: 2,
  most: Number.POSITIVE_INFINITY,
  run(call, terminal) {
    const [deed = '', ...given] = call.given
    if (!isDeed(deed)) throw new Complaint(`There is no "shopbell theme ${deed}". There is new, check and pack.`)
    return DEEDS[deed](given, call, terminal)
  },
}

const isDeed = (name: string): name is keyof typeof DEEDS => Object.hasOwn(DEEDS, name)
