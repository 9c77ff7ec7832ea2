/** Of a file that is bundled, what is needed to tell it from others and to change it. */
export interface BundledFile {
  readonly type: 'chunk'
  readonly fileName: string
  readonly isEntry: boolean
  readonly imports: readonly string[]
  code: string
}

export function fetchedFiles(version: string): {
  readonly name: string
  generateBundle(options: unknown, output: Readonly<Record<string, BundledFile>>): void
}
