// What a developer sees with `?shopbell-debug`. A chunk of its own: no shopper downloads it.
import { computed, effect, signal } from '@preact/signals'
import type { Adapter, FlowInChapters, TraceStep } from '@shopbell/core'
import { capabilitiesOf, record, redactor, rememberCauses, sensitiveFields, watchCalls, wholeFlow } from '@shopbell/core/testing'
import { h, render } from 'preact'
import { keepKeysIn } from '../browser/keep-keys-in.js'
import { adoptStyles } from '../styles.js'
import css from './debug.css?inline'
import { DebugPanel, type DebugView } from './debug-panel.js'
import { download, recordingFile, stepsAsText, testFile } from './export-steps.js'

/** What the panel is told of a chat. */
export interface DebugOptions {
  readonly flow: FlowInChapters | (() => Promise<FlowInChapters>)
  readonly adapter: Adapter
  /** Called when the chat leaves the page, which takes the panel along. */
  readonly endings: (() => void)[]
}

/** The panel on the page. */
export interface Debug {
  readonly trace: (step: TraceStep) => void
}

/** Below this width of the window the chat needs it all. */
const NARROW = 720

/** Puts the debug panel on the page. It waits for the flow, since only the flow says which answers nobody may see. */
export async function openDebug({ flow, adapter, endings }: DebugOptions): Promise<Debug> {
  const whole = await wholeFlow(typeof flow === 'function' ? await flow() : flow)
  const fields = sensitiveFields(whole)
  const recorder = record({ flow: whole, has: capabilitiesOf(adapter) })
  const count = signal(0)
  // Why calls have failed, by the event that says so. In place, since the chat has the adapter already.
  const causes = rememberCauses()
  const whys = new Map<string, string>()
  Object.assign(adapter, watchCalls(adapter, causes.heard))
  const steps = computed(() => {
    const all = recorder.steps.slice(0, count.value)
    return redactor(fields, all)(all.map((step) => ({ ...step, cause: whys.get(step.event.id) })))
  })
  const host = document.createElement('shopbell-debug')
  const root = host.attachShadow({ mode: 'open' })
  const said = signal('')
  const name = `shopbell-${whole.id}`
  const view: DebugView = {
    steps: () => steps.value,
    filter: signal(''),
    folded: signal(innerWidth < NARROW),
    said,
    async copy(some) {
      try {
        await navigator.clipboard.writeText(stepsAsText(some))
        said.value = some.length === 1 ? 'Copied 1 event.' : `Copied ${some.length} events.`
      } catch {
        said.value = 'This page may not copy. Export the recording instead.'
      }
    },
    saveTest() {
      download(`${name}.test.ts`, testFile(recorder, whole), 'text/typescript')
      said.value = 'Saved as a test. Sensitive answers are left out.'
    },
    saveRecording() {
      download(`${name}.json`, recordingFile(recorder, whole), 'application/json')
      said.value = 'Saved. “shopbell replay” plays it again. Sensitive answers are left out.'
    },
    move() {
      host.dataset['side'] = host.dataset['side'] === 'right' ? 'left' : 'right'
    },
  }
  adoptStyles(root, css)
  keepKeysIn(host)
  const unfold = effect(() => void host.toggleAttribute('data-folded', view.folded.value))
  render(h(DebugPanel, { view }), root)
  // Not `document.body`, which an element of that name hides.
  document.getElementsByTagName('body')[0]?.append(host)

  endings.push(() => {
    unfold()
    render(null, root)
    host.remove()
  })

  return {
    trace(step) {
      recorder.trace(step)
      const cause = causes.of(step)
      if (cause !== undefined) whys.set(step.event.id, cause)
      count.value = recorder.steps.length
    },
  }
}
