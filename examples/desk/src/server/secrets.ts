import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** A random 128-bit name, URL-safe. */
export function newId(): string {
  return randomBytes(16).toString('base64url')
}

/** A random 256-bit secret, URL-safe. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** SHA-256 in hex. Fit for random secrets; a password that somebody chose needs `createPasswordCheck`. */
export function sha256(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex')
}

/** Whether two hashes are the same, in a time that does not tell where they differ. */
export function sameHash(one: string, other: string): boolean {
  const a = Buffer.from(one)
  const b = Buffer.from(other)
  return a.length === b.length && timingSafeEqual(a, b)
}

/** Answers whether a password is `password`, slowly enough that guessing does not pay. */
export function createPasswordCheck(password: string): (given: string) => Promise<boolean> {
  const salt = randomBytes(16)
  const derive = (text: string) =>
    new Promise<Buffer>((resolve, reject) => {
      scrypt(text, salt, 32, (error, key) => (error ? reject(error) : resolve(key)))
    })
  const wanted = derive(password)
  return async (given) => timingSafeEqual(await derive(given), await wanted)
}
