import { Notice } from '#app/_components/notice.tsx'

/** What a form that was refused has to put right, each with a link to its field. */
export function ErrorSummary({ faults }: { faults: readonly { field: string; text: string }[] }) {
  if (faults.length === 0) return null
  return (
    <div role="alert">
      <Notice title="Nothing was saved yet" tone="attention">
        <ul>
          {faults.map(({ field, text }) => (
            <li key={field}>
              <a href={`#${field}`}>{text}</a>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}
