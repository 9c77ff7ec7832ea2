import type { Studio, Written } from '../studio.js'

const called: Readonly<Record<Written, string>> = { parts: 'parts', images: 'pictures' }

/** What the checker says of the theme, with the nearest values that pass, to be taken by a tap. */
export function Findings({ studio: { findings, halfWritten, leftOut, write } }: { readonly studio: Studio }) {
  const found = findings.value
  const half = halfWritten.value
  return (
    <section class="findings" aria-labelledby="findings-title">
      <h2 id="findings-title">Findings</h2>
      <p role="status" class={found.length === 0 && half.length === 0 ? 'verdict fine' : 'verdict'}>
        {found.length === 0
          ? half.length === 0
            ? 'Nothing: everybody can read this theme.'
            : 'Nothing in what can be read so far.'
          : found.length === 1
            ? 'One thing to mend.'
            : `${found.length} things to mend.`}
      </p>
      {half.map((name) => (
        <p key={name} class="note">
          What is written as {called[name]} is not JSON yet and is not judged; what stood there before still holds.
        </p>
      ))}
      {leftOut.value.map((what) => (
        <p key={what} class="note">
          On a shop’s page, {what}.
        </p>
      ))}
      <ul>
        {found.map(({ rule, path, problem, mend, nearest }, index) => (
          <li key={`${rule} ${path} ${String(index)}`}>
            <p>
              {path && <code>{path}</code>} {problem}.
            </p>
            <p class="mend">{mend}</p>
            {Object.entries(nearest ?? {}).map(([token, value]) => (
              <button key={token} type="button" onClick={() => write(token, value)}>
                {typeof value === 'string' && <i class="swatch" style={{ background: value }} aria-hidden="true" />}
                Use {String(value)} for {token}
              </button>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
