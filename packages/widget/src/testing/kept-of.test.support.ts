/** What is kept in this browser of a site, as JSON; nothing, where there is nothing. */
export async function keptOf(site: string): Promise<string> {
  // To open one that is not there would make it.
  if (!(await indexedDB.databases()).some(({ name }) => name === `shopbell:${site}`)) return ''
  const opening = indexedDB.open(`shopbell:${site}`)
  await new Promise((resolve) => opening.addEventListener('success', resolve))
  const database = opening.result
  const all = database.transaction('conversation').objectStore('conversation').getAll()
  await new Promise((resolve) => all.addEventListener('success', resolve))
  database.close()
  return JSON.stringify(all.result)
}
