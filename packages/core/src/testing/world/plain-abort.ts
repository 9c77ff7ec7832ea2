/** What of the platform's `AbortSignal` the code in a world uses. */
class PlainSignal {
  aborted = false
  reason: unknown = undefined
  private listeners: readonly { readonly heard: () => void; readonly once: boolean }[] = []

  addEventListener(_type: 'abort', heard: () => void, options?: { readonly once?: boolean }): void {
    if (!this.listeners.some((other) => other.heard === heard)) {
      this.listeners = [...this.listeners, { heard, once: options?.once === true }]
    }
  }

  removeEventListener(_type: 'abort', heard: () => void): void {
    this.listeners = this.listeners.filter((other) => other.heard !== heard)
  }

  throwIfAborted(): void {
    if (this.aborted) throw this.reason
  }

  /** Whoever was taken off meanwhile hears nothing. */
  abort(reason: unknown): void {
    if (this.aborted) return
    this.aborted = true
    this.reason = reason
    for (const listener of this.listeners) if (this.listeners.includes(listener)) listener.heard()
    this.listeners = []
  }
}

const ABORTED = new Error('aborted')

/**
 * An `AbortController` for worlds. The platform's makes an error with a stack at each `abort()`, and there are thousands of them in a
 * world: that was a tenth of its time.
 */
export class PlainAbort {
  readonly signal = new PlainSignal()

  abort(reason: unknown = ABORTED): void {
    this.signal.abort(reason)
  }
}
