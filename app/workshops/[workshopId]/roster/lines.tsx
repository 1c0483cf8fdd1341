import { professionLabel } from '#machines/activity/professions.ts'
import { professionIn } from '#server/credit/participations/queries.ts'
import type { RosterLine } from '#server/workshop/attendance/roster.ts'
import { Button, FileLink } from '../../../_components/button.tsx'
import { Section } from '../../../_components/page.tsx'
import { Table } from '../../../_components/table.tsx'
import { TextField } from '../../../_components/text-field.tsx'
import styles from './roster.module.css'

type LinesProps = { lines: readonly RosterLine[]; path: string; heldOn: string; find: string }

const head = ['Name', 'When', 'Minutes that count', 'Credit', 'Change']

/** The roster of a day, whole or by part of a name or address. */
export function Lines({ lines, path, heldOn, find }: LinesProps) {
  const wanted = find.trim().toLowerCase()
  const found = lines.filter((line) => textOf(line).includes(wanted))
  return (
    <Section id="roster" title={lines.length === 1 ? '1 person' : `${lines.length} people`} wide>
      {lines.length === 0 ? (
        <p>Nobody yet.</p>
      ) : (
        <>
          <form className={styles.find} method="get" action={path}>
            <input type="hidden" name="day" value={heldOn} />
            <TextField name="find" label="Find by name or address" defaultValue={find} autoComplete="off" />
            <Button tone="plain">Find</Button>
          </form>
          {found.length === 0 ? (
            <p>Nobody by that name or address.</p>
          ) : (
            <Table
              caption="Who came"
              head={head}
              rows={found.map((line) => ({ key: line.id, cells: cellsOf(line, path) }))}
            />
          )}
          <p>
            <FileLink tone="plain" href={`${path}/file?day=${heldOn}`}>
              Roster as CSV
            </FileLink>
          </p>
        </>
      )}
    </Section>
  )
}

function textOf({ givenName, familyName, email }: RosterLine): string {
  return `${givenName} ${familyName} ${email ?? ''}`.toLowerCase()
}

function cellsOf(line: RosterLine, path: string) {
  return [
    <Who key="who" line={line} />,
    <Times key="when" line={line} />,
    line.attended ? `${line.attended.minutes} of ${line.attended.of}` : 'no end yet',
    line.isClaimed ? 'claimed' : line.participationId ? 'taken' : line.acknowledgedAt ? 'not taken' : 'page not read',
    <Change key="change" line={line} path={path} />
  ]
}

function Who({ line: { givenName, familyName, credentials, profession, email, source } }: { line: RosterLine }) {
  const how = { code: null, 'walk-in': 'no account', paper: 'paper' }[source]
  return (
    <>
      {`${givenName} ${familyName}`.trim()}
      {credentials ? `, ${credentials}` : ''}
      <span className={styles.soft}>
        {[profession === null ? null : professionLabel(professionIn({ profession })), email, how]
          .filter((each) => each !== null)
          .join(' · ')}
      </span>
    </>
  )
}

function Times({ line: { stretches } }: { line: RosterLine }) {
  return stretches.map(({ id, from, to, reason }) => (
    <span className={styles.stretch} key={id}>
      {from} to {to ?? '…'}
      {reason ? <span className={styles.soft}>{reason}</span> : null}
    </span>
  ))
}

function Change({
  line: { id, heldOn, stretches, isClaimed, participationId },
  path
}: {
  line: RosterLine
  path: string
}) {
  if (isClaimed) return 'settled'
  const [first] = stretches
  return (
    <details>
      <summary>Change</summary>
      <form className={styles.form} method="post" action={`${path}/change`}>
        <input type="hidden" name="day" value={heldOn} />
        <input type="hidden" name="line" value={id} />
        <TextField name="from" id={`from-${id}`} type="time" label="Came at" defaultValue={first?.from} required />
        <TextField
          name="to"
          id={`to-${id}`}
          type="time"
          label="Left at"
          defaultValue={stretches.at(-1)?.to ?? undefined}
          required
        />
        <TextField
          name="reason"
          id={`reason-${id}`}
          label="Reason"
          hint="Such as: left early, or the phone was empty."
          maxLength={300}
          required
        />
        <div>
          <Button tone="plain">Set these times</Button>
        </div>
      </form>
      {participationId === null ? (
        <form className={styles.form} method="post" action={`${path}/remove`}>
          <input type="hidden" name="day" value={heldOn} />
          <input type="hidden" name="line" value={id} />
          <TextField name="reason" id={`remove-${id}`} label="Reason to take off the roster" maxLength={300} required />
          <div>
            <Button tone="plain">Take off the roster</Button>
          </div>
        </form>
      ) : null}
    </details>
  )
}
