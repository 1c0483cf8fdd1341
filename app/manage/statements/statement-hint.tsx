/** What may vary in a statement, and that nothing else does. */
export function StatementHint() {
  return (
    <>
      Words only. Three things may vary and are filled in when an activity opens: <code>{'{provider}'}</code>,{' '}
      <code>{'{amount}'}</code> (such as 1.00) and <code>{'{format}'}</code> (such as “enduring material”). Nothing else
      may stand in braces.
    </>
  )
}
