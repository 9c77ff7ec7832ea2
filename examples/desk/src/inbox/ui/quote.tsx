/** Somebody's words in quotation marks. The marks stand outside of the words' own direction, so that no trick of direction moves them. */
export function Quote({ text }: { text: string }) {
  return (
    <q>
      <bdi dir="auto">{text}</bdi>
    </q>
  )
}
