import { SafeLink } from './safe-link.js'

const ADDRESS = /(https:\/\/[^\s<>"]+)/

/** The pieces up to the twentieth address. Whoever sends hundreds means no good; they stay words. */
const PIECES = 40

/** Text whose addresses can be opened. Every character stays as it was written. */
export function LinkedText({ text }: { readonly text: string }) {
  return (
    <>
      {text.split(ADDRESS).map((piece, index) => {
        if (index % 2 === 0 || index > PIECES) return piece
        // A full stop or bracket at the end belongs to the sentence.
        const length = piece.length - (/[.,;:!?)\]}'’”]+$/.exec(piece.slice(-8))?.[0].length ?? 0)
        return [<SafeLink key={index} address={piece.slice(0, length)} text={piece.slice(0, length)} />, piece.slice(length)]
      })}
    </>
  )
}
