import type { Choice, Flow, Step } from '../../flow.js'
import { stepPath, stepsOf } from '../flow-edges.js'
import { firstWay } from '../follow.js'
import { looksLikeKey } from '../unworded.js'
import type { Fault, Rule, Subject } from './rule.js'

/** Sentences that come out as their key. */
export const missingText: Rule = {
  code: 'missing-text',
  find({ flow, graph }) {
    const found = new Map<string, string>()
    for (const [path, key] of writtenKeys(flow)) {
      if (looksLikeKey(key) && !Object.hasOwn(flow.texts, key) && !found.has(key)) found.set(key, path)
    }
    for (const ways of graph.out)
      for (const { untexted } of ways ?? []) for (const key of untexted) if (!found.has(key)) found.set(key, `texts/${key}`)
    return [...found].map(([key, path]): Fault => {
      const shown = firstWay(graph, ({ untexted }) => untexted.includes(key))
      return {
        path,
        says: `There are no words for "${key}": the shopper reads the key. Add it to the flow’s "texts".`,
        ways: shown ?? [],
      }
    })
  },
}

/** Words that another language does not have, or that name other facts there. */
export const missingTranslation: Rule = {
  code: 'missing-translation',
  find({ flow, languages }: Subject) {
    return Object.entries(languages).flatMap(([language, words]) =>
      Object.entries(flow.texts).flatMap(([key, text]): readonly Fault[] => {
        const translated = Object.hasOwn(words, key) ? words[key] : undefined
        if (translated === undefined || translated === '')
          return [{ path: `texts/${key}`, says: `There is no "${key}" in ${language}. Add it to that catalogue.` }]
        const here = namesOf(text)
        const there = namesOf(translated)
        if (here === there) return []
        return [
          {
            path: `texts/${key}`,
            says: `In ${language}, "${key}" names ${there || 'nothing'} instead of ${here || 'nothing'}. Fill in the same facts.`,
          },
        ]
      }),
    )
  },
}

function namesOf(text: string): string {
  return [...new Set([...text.matchAll(/\{[\w-]+\}/g)].map(([name]) => name))].sort().join(', ')
}

/** Every key of a text that a flow writes down, and where. */
function writtenKeys(flow: Flow): readonly (readonly [string, string])[] {
  const fields = Object.entries(flow.fields).flatMap(([name, { label, hint, again, options }]) => [
    [`fields/${name}/label`, label] as const,
    ...(hint === undefined ? [] : [[`fields/${name}/hint`, hint] as const]),
    ...(again ?? []).map((key, index) => [`fields/${name}/again/${index}`, key] as const),
    ...(options ?? []).map((option, index) => [`fields/${name}/options/${index}/label`, option.label] as const),
  ])
  const proactive = (flow.proactive ?? []).map(({ text }, index) => [`proactive/${index}/text`, text] as const)
  return [...stepsOf(flow).flatMap(([id, step]) => keysOf(stepPath(flow, id), step)), ...fields, ...proactive]
}

function keysOf(at: string, step: Step): readonly (readonly [string, string])[] {
  const choice = ({ label, hint }: Choice, index: number) => [
    [`${at}/options/${index}/label`, label] as const,
    ...(hint === undefined ? [] : [[`${at}/options/${index}/hint`, hint] as const]),
  ]
  return [
    ...('text' in step && step.text !== undefined ? [[`${at}/text`, step.text] as const] : []),
    ...('submit' in step ? [[`${at}/submit`, step.submit] as const] : []),
    ...('options' in step ? (step.options ?? []).flatMap(choice) : []),
    ...(step.type === 'say'
      ? (step.cards ?? []).flatMap(({ title, text }, index) => [
          [`${at}/cards/${index}/title`, title] as const,
          ...(text === undefined ? [] : [[`${at}/cards/${index}/text`, text] as const]),
        ])
      : []),
  ]
}
