import type { Studio } from '../studio.js'
import { FilePane } from './file-pane.js'
import { Findings } from './findings.js'
import { OpenPane } from './open-pane.js'
import { Stages } from './stages.js'
import { TokenEditor } from './token-editor.js'
import { ViewBar } from './view-bar.js'

/** The studio: what a theme says on one side, what it looks like in the middle, and what is wrong with it beside that. */
export function App({ studio }: { readonly studio: Studio }) {
  return (
    <div class="studio">
      <header class="top">
        <h1>Theme studio</h1>
        <p>Begin from a skin, change what you like, copy the file.</p>
      </header>
      <section class="edit" aria-label="Theme">
        <OpenPane studio={studio} />
        <TokenEditor studio={studio} />
      </section>
      <main class="look">
        <ViewBar view={studio.view} />
        <Stages studio={studio} />
      </main>
      <aside class="beside" aria-label="Findings and file">
        <Findings studio={studio} />
        <FilePane studio={studio} />
      </aside>
    </div>
  )
}
