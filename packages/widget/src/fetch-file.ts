declare const __SHOPBELL_VERSION__: string

/** What a file exports. */
type Names = Readonly<Record<string, unknown>>

// Without what a page may have given to every object.
const files = { __proto__: null } as unknown as Record<string, Promise<Names> | undefined>
const tries = { __proto__: null } as unknown as Record<string, number>

/**
 * Fetches a file of the script tag's widget by its name, once, and tries twice. Browsers remember the address of a module that did not
 * come, and never ask for it again until the page is reloaded; so every further try has another address, and whoever was cut off in a
 * tunnel reaches a person behind it. For the same reason no file may import another one by its address: the build puts this in
 * the place of all `import`s, and gives it to the files by a symbol.
 */
export const fetchFile = (name: string): Promise<Names> => {
  files[name] ??= load(name)
    .catch(() => load(name))
    .catch((reason) => {
      files[name] = undefined
      throw reason
    })
  return files[name]
}

async function load(name: string): Promise<Names> {
  const nth = tries[name] ?? 0
  tries[name] = nth + 1
  const file: Names = await import(/* @vite-ignore */ `./${name}-${__SHOPBELL_VERSION__}.js${nth ? `?${nth}` : ''}`)
  // What stands in its place, such as a blocker's empty file, exports nothing.
  if (Object.keys(file).length < 1) throw new Error(name)
  return file
}

/** Takes the first file as the loader has it: after a redirect an import of its own address would be another copy. */
export function holdFirst(own: Names): void {
  files['widget'] = Promise.resolve(own)
}

Reflect.set(globalThis, Symbol.for(`shopbell-${__SHOPBELL_VERSION__}`), fetchFile)
