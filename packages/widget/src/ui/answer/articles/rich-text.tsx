import { SafeLink } from '../safe-link.js'
import { type Piece, parseRichText } from './parse-rich-text.js'

/** An article's body, drawn straight from its text: there is no HTML anywhere on the way. */
export function RichText({ body }: { readonly body: string }) {
  return (
    <>
      {parseRichText(body).map((block, index) => {
        if (block.kind !== 'list') {
          const Tag = block.kind === 'heading' ? 'h4' : 'p'
          return <Tag key={index}>{block.pieces.map(Run)}</Tag>
        }
        return (
          <ul key={index}>
            {block.items.map((pieces, item) => (
              // An article does not change while it is read, so the place of an item is its name.
              <li key={item}>{pieces.map(Run)}</li>
            ))}
          </ul>
        )
      })}
    </>
  )
}

function Run(piece: Piece) {
  if (piece.address !== undefined) return <SafeLink address={piece.address} text={piece.text} />
  return piece.bold ? <strong>{piece.text}</strong> : piece.text
}
