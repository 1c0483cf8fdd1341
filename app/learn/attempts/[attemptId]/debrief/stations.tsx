import { Button } from '#app/_components/button.tsx'
import { classes } from '#app/_components/classes.ts'
import type { Source } from '#content/registry-schema.ts'
import type { Station } from '#machines/scenario/station.ts'
import type { TaskPart } from '#machines/scenario/task-parts.ts'
import { Reason, SourceTitles } from './cite.tsx'
import { markOf } from './map-geometry.ts'
import { MarkIcon } from './mark.tsx'
import styles from './stations.module.css'

type StationsProps = {
  stations: readonly Station[]
  sources: readonly Source[]
  attemptId: string
  /** By station: the event number from which a "what if" starts. */
  turns: readonly number[]
}

/** The path in words: each station opens to what was done, why, what is safer, and a way to try again. */
export function Stations({ stations, sources, attemptId, turns }: StationsProps) {
  return (
    <ol className={classes('plainlist', styles.stations)}>
      {stations.map((station) => {
        const { shape, word } = markOf(station)
        return (
          <li key={station.index}>
            <details open={station.quality === 'harmful'}>
              <summary>
                <MarkIcon shape={shape} />
                <span className={styles.heading}>
                  {station.index + 1}. {station.heading}
                </span>
                {word && <span className={styles.word}>{word}</span>}
              </summary>
              {/* A link to a place inside a folded part unfolds it. */}
              <div className={styles.body} id={`station-${station.index + 1}`}>
                <StationBody station={station} sources={sources} />
                <TryAgain attemptId={attemptId} seq={turns[station.index]} heading={station.heading} />
              </div>
            </details>
          </li>
        )
      })}
    </ol>
  )
}

function StationBody({ station, sources }: { station: Station; sources: readonly Source[] }) {
  const { did, parts, consequence, rationale, saferAlternative, recommended } = station
  return (
    <dl className={styles.facts}>
      {did.length > 0 && <Fact name={station.quality === null ? 'Here' : 'You'} lines={did} />}
      {parts.length > 0 && <Parts parts={parts} sources={sources} />}
      {consequence && <Fact name="In the room" lines={[consequence]} />}
      {rationale && (
        <div>
          <dt>Why</dt>
          <dd>
            <Reason reason={rationale} sources={sources} />
            <SourceTitles reason={rationale} sources={sources} />
          </dd>
        </div>
      )}
      {saferAlternative && <Fact name="Safer" lines={[saferAlternative]} />}
      {recommended.length > 0 && (
        <Fact
          name={station.quality === 'recommended' ? 'Equally right' : 'Recommended'}
          lines={recommended}
          join={parts.length > 0 ? 'and' : 'or'}
        />
      )}
    </dl>
  )
}

function Fact({ name, lines, join = 'then' }: { name: string; lines: readonly string[]; join?: Join }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{lines.length > 1 ? <Lines lines={lines} join={join} /> : lines[0]}</dd>
    </div>
  )
}

/** Steps one after the other, ways of which any one is right, or things that all belong. */
type Join = 'then' | 'or' | 'and'

function Lines({ lines, join }: { lines: readonly string[]; join: Join }) {
  const items = lines.map((line) => <li key={line}>{line}</li>)
  return join === 'then' ? <ol>{items}</ol> : <ul data-join={join}>{items}</ul>
}

function Parts({ parts, sources }: { parts: readonly TaskPart[]; sources: readonly Source[] }) {
  return (
    <div>
      <dt>Part by part</dt>
      <dd>
        <ul className={styles.parts}>
          {parts.map((part) => (
            <li key={(part.label ?? '') + part.text}>
              <p className={styles.part}>
                {part.label && <b>{part.label}: </b>}
                {part.text}
                {part.isKept !== null && <b>{part.isKept ? ' Kept.' : ' Not kept.'}</b>}
              </p>
              <p>
                <Reason reason={part.why} sources={sources} />
              </p>
            </li>
          ))}
        </ul>
      </dd>
    </div>
  )
}

function TryAgain({ attemptId, seq, heading }: { attemptId: string; seq: number | undefined; heading: string }) {
  if (seq === undefined) return null
  return (
    <form method="post" action={`/learn/attempts/${attemptId}/branch`} className={styles.again}>
      <input type="hidden" name="seq" value={seq} />
      <Button tone="plain">
        Try again from here<span className="unseen">: {heading}</span>
      </Button>
    </form>
  )
}
