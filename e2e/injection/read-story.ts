/**
 * Runs in the page: goes down the story as a reader does, since only the lines around the reader are in the page, and says what each
 * line shows. The oracle looks at every step.
 */
export async function readStory(): Promise<readonly string[]> {
  const root = document.querySelector('shopbell-chat')?.shadowRoot
  const box = root?.querySelector('.scroller')
  const log = root?.querySelector('[role="log"]')
  if (!box || !log) throw new Error('there is no story')
  const drawn = () => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)))
  const lines = new Set<string>()
  const read = () => {
    for (const line of log.children) {
      const pictures = [...line.querySelectorAll('img')].map(({ alt }) => alt)
      lines.add([line.textContent, ...pictures].join(' '))
    }
    window.oracle.look()
  }
  box.scrollTop = 0
  await drawn()
  for (;;) {
    read()
    const before = box.scrollTop
    box.scrollTop += box.clientHeight
    await drawn()
    if (box.scrollTop > before) continue
    read()
    return [...lines]
  }
}
