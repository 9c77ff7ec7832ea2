export function lean(file: string, text: string): string
