#!/usr/bin/env node
import { hoursFrom } from './hours/hours.js'
import { isLoopbackName, readOrigins } from './http/origin.js'
import { createDesk, StartRefused } from './index.js'

const {
  PORT = '4600',
  HOST = '127.0.0.1',
  DATABASE_URL,
  AGENT_PASSWORD,
  SHOPBELL_DATA,
  SHOPBELL_BLANK_DATABASE,
  SHOPBELL_SITE = 'demo',
  SHOPBELL_SEED,
  SHOPBELL_ORIGINS = '',
  SHOPBELL_PROXIES = '0',
  SHOPBELL_HOURS,
  SHOPBELL_CURRENCY,
  SHOPBELL_GRACE = '30',
  SHOPBELL_METRICS_TOKEN,
  SHOPBELL_MAIL_FROM,
  SHOPBELL_SHOP_URL,
  SMTP_URL,
} = process.env

try {
  const port = Number(PORT)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new StartRefused(`PORT=${PORT} is no port. Give a number from 1 to 65535.`)
  const origins = readOrigins(SHOPBELL_ORIGINS)
  if (origins.bad !== undefined)
    throw new StartRefused(
      `SHOPBELL_ORIGINS has "${origins.bad}", which is no web origin. Write them like https://shop.example, with commas.`,
    )
  const proxies = Number(SHOPBELL_PROXIES)
  if (!Number.isInteger(proxies) || proxies < 0)
    throw new StartRefused(
      `SHOPBELL_PROXIES=${SHOPBELL_PROXIES} is no number. Give how many proxies of yours stand in front, 0 for none.`,
    )
  const grace = Number(SHOPBELL_GRACE)
  if (!(grace >= 1 && grace <= 600))
    throw new StartRefused(`SHOPBELL_GRACE=${SHOPBELL_GRACE} is no time. Give seconds, 1 to 600, that an agent may be away.`)
  if (SMTP_URL && !/^smtps?:\/\/[^\s]+$/.test(SMTP_URL))
    throw new StartRefused('SMTP_URL is no mail server. Write it like smtp://user:secret@mail.example:587.')
  if (SHOPBELL_SHOP_URL && !/^https?:\/\/[^\s#]+$/.test(SHOPBELL_SHOP_URL))
    throw new StartRefused(`SHOPBELL_SHOP_URL=${SHOPBELL_SHOP_URL} is no page. Write it like https://shop.example/.`)
  if (SHOPBELL_CURRENCY !== undefined && !/^[A-Z]{3}$/.test(SHOPBELL_CURRENCY))
    throw new StartRefused(`SHOPBELL_CURRENCY=${SHOPBELL_CURRENCY} is no currency. Give its three letters, such as EUR.`)
  // A desk with a password is meant in earnest: it gets none of the demo's doors, even on this machine, where a proxy may stand before it.
  const demo = isLoopbackName(HOST) && !AGENT_PASSWORD
  const desk = await createDesk({
    port,
    host: HOST,
    dataDir: SHOPBELL_DATA,
    databaseUrl: DATABASE_URL,
    blank: SHOPBELL_BLANK_DATABASE || undefined,
    agentPassword: AGENT_PASSWORD,
    site: SHOPBELL_SITE,
    origins: origins.good,
    proxies,
    hours: SHOPBELL_HOURS ? hoursFrom(SHOPBELL_HOURS) : undefined,
    currency: SHOPBELL_CURRENCY,
    grace: grace * 1_000,
    smtpUrl: SMTP_URL || undefined,
    mailFrom: SHOPBELL_MAIL_FROM || undefined,
    shopUrl: SHOPBELL_SHOP_URL || undefined,
    metricsToken: SHOPBELL_METRICS_TOKEN || undefined,
    demo,
    seed: demo || SHOPBELL_SEED === '1',
    onProgress: (line) => console.log(line),
    onTrouble: (what, error) => console.error(what, error instanceof Error ? error.message : error),
  })
  const url = desk.url.replace('//127.0.0.1:', '//localhost:')
  console.log(`\nThe shop is open.\n\n  Shopper   ${url}/\n  Agent     ${url}/inbox\n`)
  if (demo) console.log('  Try order 1001 with ada@example.com. Stop with Ctrl+C.\n')
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      // Whoever sent the signal kills after ten seconds. What is committed by then is safe without us.
      setTimeout(() => process.exit(0), 9_000).unref()
      desk.close().then(
        () => process.exit(0),
        () => process.exit(1),
      )
    })
  }
} catch (error) {
  console.error(error instanceof StartRefused ? error.message : error)
  process.exit(1)
}
