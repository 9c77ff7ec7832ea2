import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { checkTheme, type Finding, parseTheme, type ResolvedTheme, resolveTheme, type Theme } from '@shopbell/themes'
import { withValue } from './with-value.js'

/** What of a theme is written as JSON in the studio, because it has no control of its own. */
export type Written = 'parts' | 'images'

/** What is looked at, and how. */
export interface View {
  readonly scene: Signal<string>
  readonly scheme: Signal<'light' | 'dark'>
  readonly language: Signal<'en' | 'ar'>
  readonly device: Signal<'desktop' | 'phone'>
  /** One scene on a shop's page, or every kind of message at once. */
  readonly all: Signal<boolean>
}

/** The studio's one theme in the making. */
export interface Studio {
  readonly skins: readonly Theme[]
  /** As it is written so far. */
  readonly draft: ReadonlySignal<Theme>
  /** As it would be worn. */
  readonly settled: ReadonlySignal<ResolvedTheme>
  readonly findings: ReadonlySignal<readonly Finding[]>
  /** What the widget would not wear of it, each as the end of a sentence. */
  readonly leftOut: ReadonlySignal<readonly string[]>
  /** What is written as JSON and is none yet, so that nobody can judge it. */
  readonly halfWritten: Signal<readonly Written[]>
  readonly view: View
  /** How often a theme was begun: what was half written before belongs to another one. */
  readonly begun: ReadonlySignal<number>
  /** Begins anew from a skin, or from a theme that was opened. */
  begin(skin: Theme): void
  /** Writes a value at a path such as `light.accent`; `undefined` takes it out, so that the base theme's stands. */
  write(path: string, value: unknown): void
}

/** A studio that begins with the first of these skins. */
export function createStudio(skins: readonly Theme[]): Studio {
  const draft = signal<Theme>(skins[0] ?? { name: 'my-theme', description: 'Mine.' })
  const halfWritten = signal<readonly Written[]>([])
  const begun = signal(0)
  return {
    skins,
    draft,
    begun,
    halfWritten,
    settled: computed(() => resolveTheme(draft.value)),
    findings: computed(() => checkTheme(draft.value)),
    leftOut: computed(() => {
      const found: string[] = []
      parseTheme(draft.value, ({ path, problem }) => found.push(`${path} ${problem}`.trim()))
      return found
    }),
    view: {
      scene: signal('greeting'),
      scheme: signal('light'),
      language: signal('en'),
      device: signal('desktop'),
      all: signal(false),
    },
    begin(skin) {
      halfWritten.value = []
      begun.value++
      draft.value = skin
    },
    write(path, value) {
      // What somebody writes need not be a theme yet; the findings say what is missing.
      draft.value = withValue(draft.value, path.split('.'), value) as Theme
    },
  }
}
