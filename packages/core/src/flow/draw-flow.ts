import type { Id } from '../conversation/entry.js'
import { edgesOf, entrances, hasStep, stepsOf } from './check/flow-edges.js'
import type { Condition, Flow, Step } from './flow.js'
import { textOf } from './text-of.js'

const LONGEST = 60

/** How a step is drawn: what stands before and behind its words. */
const SHAPES: Readonly<Record<Step['type'], readonly [string, string]>> = {
  say: ['["', '"]'],
  choose: ['{{"', '"}}'],
  ask: ['[/"', '"/]'],
  call: ['[["', '"]]'],
  branch: ['{"', '"}'],
  articles: ['[("', '")]'],
  helped: ['{{"', '"}}'],
  goto: ['>"', '"]'],
  handoff: ['(("', '"))'],
  end: ['(["', '"])'],
}

/**
 * A flow as a Mermaid chart, for a README or a pull request: a shape per kind of step, a frame per module or chapter, a named line
 * per way between two steps, and dashed ones for where the shopper’s own words and proactive openings lead.
 *
 * @example writeFileSync('flow.mmd', drawFlow(storefrontFlow))
 */
export function drawFlow(flow: Flow): string {
  const steps = stepsOf(flow)
  // Ids of steps may be words that Mermaid keeps for itself, such as "end".
  const names = new Map<Id, string>(steps.map(([id], index) => [id, `s${index}`]))
  const doors = entrances(flow).filter(({ path }) => path !== 'menu')
  const missing = [...steps.flatMap(([id, step]) => edgesOf(flow, id, step)), ...doors].filter(({ to }) => !hasStep(flow, to))
  for (const { to } of missing) names.set(to, `m${names.size}`)
  return [
    'flowchart TD',
    ...framed(steps.map(([id, step]) => [id, drawStep(flow, names.get(id) ?? '', id, step)])),
    ...[...new Set(missing.map(({ to }) => to))].map((id) => `  ${names.get(id)}["${escaped(id)}<br/>is not there"]:::missing`),
    ...steps.flatMap(([id, step]) =>
      edgesOf(flow, id, step).map((edge) => {
        const label = labelOf(flow, step, edge.path.split('/'))
        return `  ${names.get(edge.from)} -->${label === '' ? '' : `|"${escaped(label)}"|`} ${names.get(edge.to)}`
      }),
    ),
    ...doors.map(({ path, to }, index) => `  d${index}>"${escaped(doorOf(path))}"] -.-> ${names.get(to)}`),
    ...(missing.length > 0 ? ['  classDef missing stroke:#c00,stroke-dasharray:4'] : []),
    '',
  ].join('\n')
}

function drawStep(flow: Flow, name: string, id: Id, step: Step): string {
  const [before, behind] = SHAPES[step.type]
  return `${name}${before}${[id, wordsOf(flow, step)].filter(Boolean).map(escaped).join('<br/>')}${behind}`
}

/** The ids of a module’s steps begin with its name and a hyphen: such steps stand in a frame. */
function framed(drawn: readonly (readonly [Id, string])[]): readonly string[] {
  const frames = new Map<string, string[]>()
  for (const [id, line] of drawn) {
    const name = id.includes('-') ? id.slice(0, id.indexOf('-')) : ''
    frames.set(name, [...(frames.get(name) ?? []), line])
  }
  return [...frames].flatMap(([name, lines], index) =>
    name === '' || lines.length < 2
      ? lines.map((line) => `  ${line}`)
      : [`  subgraph f${index}["${escaped(name)}"]`, ...lines.map((line) => `    ${line}`), '  end'],
  )
}

/** What leads in from outside the steps. */
function doorOf(path: string): string {
  const [list, name = ''] = path.split('/')
  return list === 'routes' ? `writes about: ${name}` : `by itself: ${Number(name) + 1}`
}

function wordsOf(flow: Flow, step: Step): string {
  const text = 'text' in step && step.text !== undefined ? textOf(flow, step.text, {}) : ''
  if (step.type === 'call') return step.action
  if (step.type === 'handoff') return `→ a person: ${step.reason}`
  return step.type === 'ask' ? [text, step.fields.join(', ')].filter(Boolean).join(' ') : text
}

/** What stands at a way: the option's words, the case's condition, or the name of the edge where a step has several. */
function labelOf(flow: Flow, step: Step, path: readonly string[]): string {
  const [list, index, name] = path.slice(-3)
  if (list === 'options' && name === 'next' && 'options' in step) {
    const option = step.options?.[Number(index)]
    return option ? textOf(flow, option.label, {}) : ''
  }
  if (list === 'cases' && step.type === 'branch') {
    const when = step.cases[Number(index)]?.when
    return when ? ('length' in when ? when.map(wordsOfCondition).join(' and ') : wordsOfCondition(when)) : ''
  }
  const edge = path.at(-1) ?? ''
  return step.type === 'say' || step.type === 'goto' || edge === 'next' ? '' : edge
}

function wordsOfCondition(when: Condition): string {
  if ('known' in when) return `${when.known} known`
  if ('unknown' in when) return `${when.unknown} not known`
  if ('desk' in when) return `desk ${when.desk}`
  if ('hours' in when) return `hours ${when.hours}`
  if ('in' in when) return `${when.fact} is ${when.in.join(' or ')}`
  if ('notIn' in when) return `${when.fact} is not ${when.notIn.join(' or ')}`
  return 'atLeast' in when ? `${when.fact} ≥ ${when.atLeast}` : `${when.fact} < ${when.below}`
}

/** Words that are neither Mermaid's nor markup to whoever draws them. */
function escaped(words: string): string {
  const short = words.length > LONGEST ? `${words.slice(0, LONGEST - 1)}…` : words
  return short.replace(/[\s]+/g, ' ').replace(/["#&<>;`\\]/g, (character) => `#${character.codePointAt(0)};`)
}
