import type { Mail } from './mail.js'
import { RefusedForGood, type SendMail } from './send-mails.js'

/** Sends mails by SMTP. `url` is `smtp://user:secret@host:port` or `smtps://…`, `from` the shop's address. */
export async function smtpPost(url: string, from: string): Promise<SendMail & { close(): void }> {
  const { createTransport } = await import('nodemailer')
  // Patience below the lease of a mail: who has given up must not be sending still when another takes it up.
  const transport = createTransport({
    url,
    pool: true,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 45_000,
  })
  const send = async ({ id, to, subject, text }: Mail) => {
    try {
      await transport.sendMail({
        from,
        to: { name: '', address: to },
        subject,
        text,
        messageId: `<${id}>`,
        // Answering machines of recipients leave it alone.
        headers: { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' },
        disableFileAccess: true,
        disableUrlAccess: true,
      })
    } catch (error) {
      const code = (error as { responseCode?: unknown }).responseCode
      // Only what is said of this mail; a wrong password is the shop's to mend, and the mail waits for that.
      const ofMail = (error as { code?: unknown }).code === 'EENVELOPE'
      if (ofMail && typeof code === 'number' && code >= 500) throw new RefusedForGood(`The mail server said ${code}.`)
      throw error
    }
  }
  return Object.assign(send, { close: () => transport.close() })
}
