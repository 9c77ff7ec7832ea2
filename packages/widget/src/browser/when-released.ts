/** A button that is taken away between press and release never gets its click, so a pressed one is waited for. */
export function whenReleased(button: HTMLElement | undefined, work: () => void): void {
  if (button?.matches(':active')) requestAnimationFrame(() => whenReleased(button, work))
  else work()
}
