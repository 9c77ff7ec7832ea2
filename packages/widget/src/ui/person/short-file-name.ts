const MOST = 32

/** A file's name without its folders, shortened in the middle so that its ending stays visible. */
export function shortFileName(name: string): string {
  const base = name.split(/[\\/]/).at(-1) ?? ''
  if (base.length <= MOST) return base
  return `${base.slice(0, MOST - 13)}…${base.slice(-12)}`
}
