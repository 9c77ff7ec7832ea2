import { documentLimits, type Flaw } from '../read-document.js'
import type { Rule } from './rule.js'

const sentences: Readonly<Record<Flaw, readonly [problem: string, mend: string]>> = {
  json: ['The file is not JSON', 'Write it anew with a JSON editor, or pack it from its source.'],
  object: ['The theme is not an object', 'Write defineTheme({ name, description, … }).'],
  crowd: [
    'The theme is larger or deeper than any theme, or goes in circles',
    `Keep within ${documentLimits.characters} characters, ${documentLimits.values} values and ${documentLimits.depth} levels.`,
  ],
  version: ['The theme was written for another version of the contract', 'Write version: 1, or leave it out.'],
}

/** What makes a theme none. Each is the only finding. */
export const documentRules: readonly Rule[] = (Object.keys(sentences) as Flaw[]).map((name) => ({
  name,
  judge: ({ flaw }) => {
    const [problem, mend] = sentences[name]
    return flaw === name ? [{ rule: name, path: '', problem, mend }] : []
  },
}))
