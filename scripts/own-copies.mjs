/**
 * What checks a flow that is a file is needed before the greeting's next file is, and shares two small modules with it. It gets copies
 * of them, since a file for what they share would be one more request for everybody. What few shops have answers from, files, gets copies
 * of all that it needs for the same reason, and so does what answers before the greeting is there. What reads the desk's log has its own
 * of what reads an order and an article, which come with the conversation about one.
 */
export const ownCopies = {
  name: 'own-copies',
  enforce: 'pre',
  resolveId: {
    filter: { id: /\.js$/ },
    async handler(source, importer = '') {
      const ofFlows = /core\/src\/flow\/[\w-]+\.ts$/.test(importer) && /\/(limits|reason)\.js$/.test(source)
      const ofLog =
        /core\/src\/boundary\/parse-(content\.ts|packet\.ts|order\.ts\?copy)$/.test(importer) &&
        /\/(parse-order|parse-article|order)\.js$/.test(source)
      const ofLogout = /widget\/src\/page\/answer-before\.ts$/.test(importer)
      const ofFiles = /core\/src\/adapters\/files\.ts$|\?whole$/.test(importer)
      if (!ofFlows && !ofLog && !ofLogout && !ofFiles) return undefined
      const found = await this.resolve(source, importer.replace('?whole', ''), { skipSelf: true })
      return found && `${found.id}?${ofFiles ? 'whole' : 'copy'}`
    },
  },
}
