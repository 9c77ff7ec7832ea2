/** Numbers for those who run the desk, in Prometheus' text format. Nothing of a shopper is in them, nor a shop's name. */
export interface Metrics {
  /** One more of `name`, under a label where there is one. */
  count(name: Counter, label?: string): void
  /** How long the database took for a call, in milliseconds. */
  took(ms: number): void
  /** Everything counted so far, with `gauges`: what is so at this moment. */
  text(gauges: Readonly<Record<string, number>>): string
}

/** What is counted, with its label and what it means. */
const COUNTERS = {
  commands: ['verdict', 'Commands of shoppers, by the verdict they got.'],
  commits: [null, 'Transactions that were committed.'],
  rollbacks: [null, 'Transactions that were rolled back.'],
  mails: ['outcome', 'Mails, by what came of them.'],
} as const
type Counter = keyof typeof COUNTERS

const GAUGES: Readonly<Record<string, string>> = {
  shopper_sockets: 'Sockets of shoppers at this process.',
  agent_sockets: 'Sockets of inboxes at this process.',
  transactions_open: 'Transactions that are running at this process.',
  queue_length: 'Shoppers who wait for a person.',
  queue_oldest_seconds: 'How long the first of them has waited.',
  mails_waiting: 'Mails that are not sent yet.',
}

/** Upper bounds in milliseconds. */
const BUCKETS = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 15_000]

export function createMetrics(): Metrics {
  const counts = new Map<Counter, Map<string, number>>()
  const buckets = BUCKETS.map(() => 0)
  let calls = 0
  let total = 0
  return {
    count(name, label = '') {
      const of = counts.get(name) ?? new Map<string, number>()
      counts.set(name, of)
      of.set(label, (of.get(label) ?? 0) + 1)
    },
    took(ms) {
      calls += 1
      total += ms
      for (const [index, bound] of BUCKETS.entries()) if (ms <= bound) buckets[index] = (buckets[index] ?? 0) + 1
    },
    text(gauges) {
      const lines: string[] = []
      const metric = (name: string, type: string, help: string, values: readonly string[]) =>
        lines.push(`# HELP shopbell_${name} ${help}`, `# TYPE shopbell_${name} ${type}`, ...values)
      for (const [name, [label, help]] of Object.entries(COUNTERS)) {
        const of = counts.get(name as Counter) ?? new Map(label === null ? [['', 0]] : [])
        const values = [...of].map(([value, count]) => `shopbell_${name}_total${label ? `{${label}="${value}"}` : ''} ${count}`)
        metric(`${name}_total`, 'counter', help, values)
      }
      for (const [name, value] of Object.entries(gauges))
        metric(name, 'gauge', GAUGES[name] ?? name, [`shopbell_${name} ${value}`])
      metric('database_seconds', 'histogram', 'How long calls of the database took.', [
        ...BUCKETS.map((bound, index) => `shopbell_database_seconds_bucket{le="${bound / 1_000}"} ${buckets[index] ?? 0}`),
        `shopbell_database_seconds_bucket{le="+Inf"} ${calls}`,
        `shopbell_database_seconds_sum ${total / 1_000}`,
        `shopbell_database_seconds_count ${calls}`,
      ])
      return `${lines.join('\n')}\n`
    },
  }
}
