import type { Order } from '@shopbell/core'
import { type ComparedLine, compareOrders } from '../order-comparison.js'
import { Icon } from './icon.js'

interface Props {
  readonly desk: Order | null
  readonly shopper: Order | null
  readonly differs: readonly string[]
}

/** The order as the desk finds it now, beside what the shopper was shown; what differs is marked in words and in shape. */
export function OrderComparison({ desk, shopper, differs }: Props) {
  if (!desk && !shopper) return null
  const lines = compareOrders(desk, shopper)
  const different = lines.filter((line) => line.differs)
  const alike = lines.filter((line) => !line.differs)
  const both = desk !== null && shopper !== null
  return (
    <section class="comparison">
      <h4>
        The order
        {different.length > 0 && (
          <span class="differs-mark">
            <Icon name="warning" />
            {different.length === 1 ? '1 difference' : `${different.length} differences`}
          </span>
        )}
      </h4>
      {!desk && (
        <p class="quiet">The desk finds no order by this number and e-mail. This is only what the shopper’s browser showed.</p>
      )}
      {!shopper && <p class="quiet">The shopper was not shown an order. This is what the desk finds now.</p>}
      {both && different.length === 0 && differs.length > 0 && <p class="quiet">{differs.join(' ')}</p>}
      {different.length > 0 && <Table lines={different} desk={desk !== null} shopper={shopper !== null} />}
      {alike.length > 0 && (
        <details>
          <summary>
            {both
              ? `${alike.length === 1 ? '1 line is' : `${alike.length} lines are`} the same at the desk and for the shopper`
              : `${alike.length} lines`}
          </summary>
          <Table lines={alike} desk={desk !== null} shopper={shopper !== null} />
        </details>
      )}
    </section>
  )
}

function Table({ lines, desk, shopper }: { lines: readonly ComparedLine[]; desk: boolean; shopper: boolean }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">
            <span class="only-heard">What</span>
          </th>
          {desk && <th scope="col">Desk, now</th>}
          {shopper && <th scope="col">Shopper saw</th>}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.label} class={line.differs ? 'differs' : undefined}>
            <th scope="row">
              {line.label}
              {line.differs && <span class="only-heard"> (differs)</span>}
            </th>
            {desk && (
              <td>
                <bdi>{line.desk}</bdi>
              </td>
            )}
            {shopper && (
              <td>
                <bdi>{line.shopper}</bdi>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
