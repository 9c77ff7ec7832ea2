/** Three dots for a real wait, with words for the ear, or for everybody. */
export function Dots({ label, spoken = false }: { readonly label: string; readonly spoken?: boolean }) {
  return (
    <p class="dots" role="status">
      <span aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      <span class={spoken ? '' : 'unseen'}>{label}</span>
    </p>
  )
}
