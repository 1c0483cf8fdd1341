import { Notice } from '#app/_components/notice.tsx'
import type { FacilityLine } from '#server/learning/reference/queries.ts'

/** Which lines of the card have no number, and which have one that nobody is known to have called. */
export function CardGaps({ lines }: { lines: readonly FacilityLine[] }) {
  const blank = lines.filter(({ phone }) => phone === undefined)
  const untried = lines.filter(({ phone, checkedOn }) => phone !== undefined && checkedOn === undefined)
  if (blank.length + untried.length === 0) return null
  return (
    <Notice title="Still open on this card" tone="attention">
      <ul>
        {blank.length > 0 ? <li>No number: {links(blank)}</li> : null}
        {untried.length > 0 ? <li>A number, and no day on which it was called: {links(untried)}</li> : null}
      </ul>
    </Notice>
  )
}

function links(lines: readonly FacilityLine[]) {
  return lines.map(({ id, label }, index) => (
    <span key={id}>
      {index > 0 ? ', ' : ''}
      <a href={`#line-${id}`}>{label}</a>
    </span>
  ))
}
