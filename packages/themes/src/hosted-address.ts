// No user, no query, no fragment, nothing that a style sheet could read as the end of the address; and the name of a picture at its end,
// since an allowed host may have addresses that do something when they are asked for, such as logging out. No GIF:
// most of them move, and a picture would go on moving for a shopper who asks for less of that.
const shape = /^https:\/\/([a-z\d.-]{1,253})(?:\/[\w.~%-]{1,120}){1,12}\.(?:svg|png|webp|avif|jpe?g)$/

/** The address of a picture, if it is a plain one on one of these hosts. A host stands for itself only, not for those below it. */
export function parseAddress(value: unknown, hosts: readonly string[]): `https://${string}` | undefined {
  const [address, host = ''] = (typeof value === 'string' && shape.exec(value)) || []
  return hosts.includes(host) ? (address as `https://${string}`) : undefined
}
