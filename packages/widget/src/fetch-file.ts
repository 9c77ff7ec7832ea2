declare const __SHOPBELL_VERSION__: string

const files: Record<string, Promise<unknown> | undefined> = { widget: import(/* @vite-ignore */ import.meta.url) }
let failures = 0
let query = ''

/**
 * Fetches a file of the script tag's widget by its name, and once. A browser remembers the address of a module that did not come, and
 * never asks for it again until the page is reloaded; so what is fetched after a failure has another address, and whoever was cut off
 * in a tunnel reaches a person behind it. For the same reason no file may import another one by its address: the build puts this in
 * the place of all `import`s, and gives it to the files by a symbol.
 */
export const fetchFile = (name: string): Promise<unknown> => {
  files[name] ??= import(/* @vite-ignore */ `./${name}-${__SHOPBELL_VERSION__}.js${query}`).catch((reason) => {
    query = `?${++failures}`
    files[name] = undefined
    throw reason
  })
  return files[name]
}

Reflect.set(globalThis, Symbol.for(`shopbell-${__SHOPBELL_VERSION__}`), fetchFile)
