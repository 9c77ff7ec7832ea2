export interface DotsProps {
  readonly label: string
  /** The words are there for everybody. */
  readonly spoken?: boolean
  /** A screen reader says them by itself. */
  readonly told?: boolean
}

/** Three dots for a real wait, with words for the ear, or for everybody. */
export function Dots({ label, spoken = false, told = true }: DotsProps) {
  return (
    <p class="dots" data-told={told ? '' : undefined}>
      <span aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      <span class={spoken ? '' : 'unseen'}>{label}</span>
    </p>
  )
}
