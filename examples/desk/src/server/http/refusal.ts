/** A call that is not done, with the status and the word for programs that the caller gets. Thrown anywhere below a route. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly body: { readonly error: string; readonly [detail: string]: unknown },
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(body.error)
  }
}

/** What nobody may see and what does not exist: the same words, so that guessing tells nothing. */
export function notFound(): Refusal {
  return new Refusal(404, { error: 'not_found' })
}
