/** Where the guide is. */
export const guide: string
/** The reference as Markdown, from what the contract exports. */
export function themeReference(contract: object): string
/** The guide with this reference between its marks. */
export function withReference(text: string, reference: string): string
