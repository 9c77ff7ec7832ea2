/**
 * Lets every file of the script tag fetch the others by `fetchFile` of `packages/widget/src/fetch-file.ts`, which says why. What was
 * imported statically is waited for at the top of the file. `version` is what the files' names end with.
 */
export function fetchedFiles(version) {
  const statically = new RegExp(`import\\s*(?:\\{([^}]*)\\}\\s*from\\s*)?"\\./([\\w-]+)-${version}\\.js";?`, 'g')
  const dynamically = new RegExp(`import\\((["\`])\\./([^"\`]*)-${version}\\.js\\1\\)`, 'g')
  const addressed = new RegExp(`["'\`]\\./[^"'\`]*-${version}\\.js["'\`]`)
  return {
    name: 'fetched-files',
    generateBundle(_, output) {
      const chunks = Object.values(output).filter(({ type }) => type === 'chunk')
      for (const chunk of chunks) {
        const needs = []
        // The first file has it itself, under a name that may mean something else further in.
        const [, own] = chunk.code.match(/([\w$]+) as fetchFile[,}]/) ?? []
        const rest = chunk.code.replace(statically, (_, names, file) => {
          if (names) needs.push({ names: names.replace(/([\w$]+|"[^"]*") as /g, '$1:'), file })
          return ''
        })
        const code = rest.replace(dynamically, 'fetchFile$($1$2$1)')
        if (addressed.test(code)) throw new Error(`${chunk.fileName} still imports a file by its address.`)
        if (code === chunk.code) continue
        // Whoever is there before the first file has run, or is it, has nobody to ask.
        if (chunk.isEntry && needs.length > 0) throw new Error(`${chunk.fileName} cannot wait for another file.`)
        if (chunk.isEntry && !own && code !== rest) throw new Error(`${chunk.fileName} cannot fetch another file.`)
        const found = own ? `(name)=>${own}(name)` : `globalThis[Symbol.for("shopbell-${version}")]`
        chunk.code = `const fetchFile$=${found};${waitFor(needs)}${code}`
      }
      if (!chunks.some(({ code }) => / as fetchFile[,}]/.test(code))) throw new Error('No file exports fetchFile.')
      refuseCircles(chunks)
    },
  }
}

/** They are fetched side by side, as imports are. */
function waitFor(needs) {
  if (needs.length === 0) return ''
  const [{ names, file }] = needs
  if (needs.length === 1) return `const{${names}}=await fetchFile$("${file}");`
  const all = needs.map(({ names }) => `{${names}}`).join()
  return `const[${all}]=await Promise.all(${JSON.stringify(needs.map(({ file }) => file))}.map(fetchFile$));`
}

/** Two files that wait for each other would wait for ever. */
function refuseCircles(chunks) {
  const named = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
  const visit = (file, above) => {
    if (above.includes(file)) throw new Error(`Files import each other in a circle: ${[...above, file].join(', ')}.`)
    for (const next of named.get(file)?.imports ?? []) visit(next, [...above, file])
  }
  for (const { fileName } of chunks) visit(fileName, [])
}
