/** What the command line answers with when it could not be run at all. */
export const MISUSE = 3

/** Something that whoever calls the command can mend: said in a sentence, without a stack. */
export class Complaint extends Error {
  constructor(
    message: string,
    readonly exitCode: number = MISUSE,
  ) {
    super(message)
    this.name = 'Complaint'
  }
}

/** The message of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
