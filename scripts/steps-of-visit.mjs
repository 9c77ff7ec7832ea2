// Which of the widget's modules are fetched together, and at which step of a visit.
import { fileURLToPath } from 'node:url'
import { VERSION } from './version-name.mjs'

const packages = fileURLToPath(new URL('../packages/', import.meta.url))

/**
 * What comes in one file each, by the step that brings it: what is imported when it is wanted, from whichever package. To the
 * bundler each is one module that exports all of theirs, so that there is one list of names. `after` is the file that has come
 * before; what both need is in that one.
 */
const TOGETHER = {
  // The shopper has seen the greeting.
  answer: {
    after: 'greeting',
    modules: ['widget/src/whole-chat.ts', 'widget/src/ui/answer/index.ts'],
  },
  // The shopper writes instead of tapping.
  writing: { after: 'answer', modules: ['core/src/free-text.ts'] },
  // The shopper asks for an order, or for articles: the flow's chapter, and what draws it.
  orders: {
    after: 'answer',
    modules: [
      'core/src/flow/storefront-orders.ts',
      'core/src/conversation/order-answer.ts',
      'core/src/ask-orders.ts',
      'core/src/http/http-orders.ts',
      'widget/src/ui/answer/orders/index.ts',
    ],
  },
  // Something is the matter with the order that was found.
  troubles: { after: 'answer', modules: ['core/src/flow/storefront-order-troubles.ts'] },
  articles: {
    after: 'answer',
    modules: [
      'core/src/flow/storefront-articles.ts',
      'core/src/conversation/kinds/articles.ts',
      'core/src/conversation/feedback.ts',
      'core/src/ask-faqs.ts',
      'core/src/http/http-faqs.ts',
      'widget/src/ui/answer/articles/index.ts',
    ],
  },
  // The story has become long.
  window: { after: 'answer', modules: ['widget/src/ui/window/index.ts'] },
  // The shopper has typed into a field what needs a second look.
  fields: { after: 'answer', modules: ['core/src/conversation/field-checks.ts'] },
  // A shop's own flow makes use of what the default one does not.
  own: {
    after: 'answer',
    modules: ['core/src/conversation/own-flow.ts', 'core/src/ask-action.ts', 'widget/src/ui/answer/own/index.ts'],
  },
  // There is something from an earlier visit, or from another tab.
  kept: { after: 'answer', modules: ['widget/src/browser/take-kept.ts', 'core/src/conversation/resume.ts'] },
  // The shopper has followed a link in a mail.
  link: { after: 'answer', modules: ['widget/src/browser/resume-ticket.ts'] },
  // The page has told what it knows of the shopper.
  facts: {
    after: 'answer',
    modules: ['widget/src/facts-from.ts', 'widget/src/page/known-facts.ts', 'widget/src/linked-order.ts'],
  },
  // The page sets what few do: a place of its own, consent first, hooks.
  more: {
    after: 'greeting',
    modules: [
      'widget/src/page/more.ts',
      'widget/src/page/keep-consent.ts',
      'widget/src/page/place-chat.ts',
      'widget/src/page/mirror-events.ts',
    ],
    step: 'page',
  },
  // The page calls what few do, listens, or has hooks.
  page: {
    after: 'answer',
    modules: ['widget/src/page/methods.ts', 'widget/src/page/announce-steps.ts', 'widget/src/page/hold-hooks.ts'],
  },
  // A person is called.
  person: {
    after: 'answer',
    modules: [
      'core/src/person.ts',
      'core/src/flow/storefront-handoff.ts',
      'core/src/http/http-handoff.ts',
      'widget/src/ui/person/index.ts',
    ],
  },
  live: { after: 'person', modules: ['core/src/live.ts', 'widget/src/browser/lead-tabs.ts'] },
  socket: { after: 'person', modules: ['core/src/adapters/socket-io.ts'], step: 'live' },
  // A person has been called, and the shopper may look elsewhere; or wants to see what is stored.
  device: {
    after: 'person',
    modules: ['widget/src/notify/attend-answers.ts', 'widget/src/notify/open-receipt.tsx'],
  },
}

/** What the module of such a file is called, before its name. */
const PART = 'part:/'

/** What else not every conversation needs, known by the module that is imported when it is wanted. */
const PARTS = {
  // The browser is one without channels. A developer has made a mistake, has brought a look to measure, or looks at what happens.
  rare: /widget\/src\/(browser\/tell-by-storage|diagnose|tailor|own-look|packed-theme|tell-failures|debug\/index)\.ts$/,
  // There will be something from an earlier visit, since the shopper is writing.
  kept: /widget\/src\/attend-shopper\.ts$/,
  // The shop reads texts with a classifier of its own.
  classifier: /core\/src\/ask-classifier\.ts$/,
  // The shopper is spoken to in another language, or in the shop's own words.
  language: /widget\/src\/language\/(speak|known-keys)\.ts$|core\/src\/triage\/requests\/(?!en\.)[\w-]+\.ts$/,
  // The shop's flow is a file of its own.
  flow: /widget\/src\/flow-from\.ts$/,
  // The panel covers the page, as on a phone.
  phone: /widget\/src\/ui\/cover\/cover-page\.ts$/,
  // The shop speaks first.
  proactive: /widget\/src\/proactive\/watch-visit\.ts$/,
  // The page says where the chat is to be, or asks before there is one.
  page: /widget\/src\/page\/(beside|help-files)\.ts$/,
}

/** Puts one module for a whole file in the place of each that is imported when the file is wanted. */
export const wholeParts = {
  name: 'whole-parts',
  resolveId: (id) => (id.startsWith(PART) ? id : undefined),
  async resolveDynamicImport(source, importer) {
    const found = await this.resolve(source, importer)
    const part = Object.keys(TOGETHER).find((name) => TOGETHER[name].modules.some((file) => found?.id === packages + file))
    return part ? PART + part : found
  },
  load(id) {
    if (!id.startsWith(PART)) return undefined
    const { after, modules } = TOGETHER[id.slice(PART.length)]
    const before = after === 'greeting' ? `${packages}widget/src/cdn.ts` : PART + after
    const exported = modules.map((file) => `export * from ${JSON.stringify(packages + file)}`)
    // Kept although it brings no name: it says what has come before.
    return { code: [`import ${JSON.stringify(before)}`, ...exported].join('\n'), moduleSideEffects: 'no-treeshake' }
  },
}

/** Says for each finished file at which step of a visit it is downloaded. */
export function withSteps(chunks) {
  const named = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
  const reach = (start, follow) => {
    const reached = new Set()
    const visit = (name) => {
      if (reached.has(name)) return
      reached.add(name)
      follow(named.get(name)).forEach(visit)
    }
    visit(start)
    return reached
  }
  const partOf = (name) => {
    const { modules } = named.get(name)
    const part = Object.keys(modules)
      .find((id) => id.startsWith(PART))
      ?.slice(PART.length)
    if (part) return TOGETHER[part].step ?? part
    return Object.keys(PARTS).find((part) => Object.keys(modules).some((id) => PARTS[part].test(id)))
  }
  const greeting = reach(`widget-${VERSION}.js`, (chunk) => chunk.imports)
  const parts = chunks.filter(({ fileName }) => partOf(fileName)).map(({ fileName }) => fileName)
  const stepOf = (name) => {
    if (greeting.has(name)) return 'greeting'
    // What several parts share is counted with the one that comes first.
    const steps = parts.filter((part) => reach(part, ({ imports }) => imports).has(name)).map(partOf)
    return [...Object.keys(TOGETHER), ...Object.keys(PARTS)].find((part) => steps.includes(part)) ?? 'live'
  }
  return chunks.map((chunk) => ({ chunk, step: stepOf(chunk.fileName) }))
}
