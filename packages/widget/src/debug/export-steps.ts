import type { Flow, TraceStep } from '@shopbell/core'
import { type Recorder, redactRecording, type ToTestOptions, tellStep, toTest } from '@shopbell/core/testing'

/** Saves a text as a file. */
export function download(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser has taken it by then; kept for ever, it would keep the text for ever.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** The conversation as a recording, without sensitive answers. */
export function recordingFile(recorder: Recorder, flow: Flow): string {
  return `${JSON.stringify(redactRecording(flow, recorder.recording(), recorder.steps), null, 2)}\n`
}

/** The conversation as a Vitest file, without sensitive answers. */
export function testFile(recorder: Recorder, flow: Flow, options?: ToTestOptions): string {
  const recording = redactRecording(flow, recorder.recording(), recorder.steps)
  return toTest(recording, `a conversation with ${recording.flow}`, options)
}

/** Steps to paste into an issue. */
export function stepsAsText(steps: readonly TraceStep[]): string {
  return steps
    .map((step) => [`${step.event.type} ${JSON.stringify(step.event)}`, ...tellStep(step).map((line) => `  ${line}`)].join('\n'))
    .join('\n')
}
