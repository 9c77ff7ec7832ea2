const PATIENCE = 15_000

/** Throws the sentence unless it is so. */
export function demand(so: boolean, otherwise: string): asserts so {
  if (!so) throw new Error(`Broken contract: ${otherwise}.`)
}

/** Throws unless both are the same as JSON. */
export function demandSame(actual: unknown, wanted: unknown, otherwise: string): void {
  const is = JSON.stringify(actual)
  const should = JSON.stringify(wanted)
  demand(is === should, `${otherwise}: got ${is}, wanted ${should}`)
}

/** Throws unless the promise rejects. */
export async function demandThrow(work: () => Promise<unknown>, otherwise: string): Promise<void> {
  const threw = await answer(otherwise, work()).then(
    () => false,
    () => true,
  )
  demand(threw, otherwise)
}

/** The promise's answer, or an error if none comes in time: every capability answers at last. */
export async function answer<Value>(what: string, promise: Promise<Value>, patience = PATIENCE): Promise<Value> {
  const late = AbortSignal.timeout(patience)
  return new Promise((resolve, reject) => {
    late.addEventListener('abort', () => reject(new Error(`Broken contract: no answer in ${patience / 1_000} s (${what}).`)))
    promise.then(resolve, reject)
  })
}
