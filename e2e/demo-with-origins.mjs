import { createDesk } from '../examples/desk/dist/server/index.js'

const { PORT, SHOPBELL_DATA, SHOPBELL_BLANK_DATABASE, SHOPBELL_ORIGINS } = process.env

await createDesk({
  port: Number(PORT),
  dataDir: SHOPBELL_DATA,
  blank: SHOPBELL_BLANK_DATABASE || undefined,
  agentPassword: 'a-good-one',
  origins: SHOPBELL_ORIGINS.split(','),
  demo: true,
})
