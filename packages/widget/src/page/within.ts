/** What `work` answers within `ms` milliseconds; `undefined` for what takes longer, throws or rejects, and then `failed` hears why. */
export async function within<Answer>(
  ms: number,
  work: () => Answer | Promise<Answer>,
  failed: (why: 'late' | 'threw', error?: unknown) => void,
): Promise<Answer | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => {
      failed('late')
      resolve(undefined)
    }, ms)
  })
  try {
    return await Promise.race([work(), late])
  } catch (error) {
    failed('threw', error)
    return undefined
  } finally {
    clearTimeout(timer)
  }
}
