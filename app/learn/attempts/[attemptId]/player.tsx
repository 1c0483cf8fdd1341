import { Link } from '#app/_components/link.tsx'
import { CodeNotice } from '#app/_components/notice.tsx'
import { WithdrawnNotice } from '#app/learn/withdrawn-notice.tsx'
import type { SceneView } from '#machines/scenario/view.ts'
import { Act } from './acts/act.tsx'
import { Chart } from './chart.tsx'
import { Encounter } from './encounter.tsx'
import styles from './player.module.css'
import { Rail } from './rail.tsx'
import { SceneArrival } from './scene-arrival.tsx'
import { minutesWords } from './words.ts'

export type PlayerProps = {
  attemptId: string
  /** The number of the last event this view shows. */
  seq: number
  view: SceneView
  minutesLeft: number | null
  patient: string
  /** What becomes of the visit if the learner stops here. */
  keeps: string
  isBranch: boolean
  /** Set where the case was withdrawn after the visit began. */
  withdrawn: { on: string; because: string } | undefined
  notice: string | undefined
}

/** A visit under way: the six steps, the encounter, and the chart that grows beside it. */
export function Player({ attemptId, seq, view, minutesLeft, notice, ...visit }: PlayerProps) {
  return (
    <div className={styles.player} id="visit">
      <div className={styles.rail}>
        <Rail steps={view.steps} minutesLeft={minutesLeft} />
      </div>
      <div className={styles.encounter}>
        <SceneArrival
          at={`${seq}/${notice ?? ''}`}
          focusOn={notice ? 'visit-notice' : 'scene-heading'}
          words={arrivalWords(view, minutesLeft)}
        />
        {notice && (
          <div id="visit-notice" tabIndex={-1} className={styles.notice}>
            <CodeNotice code={notice} />
          </div>
        )}
        {visit.withdrawn && (
          <div className={styles.notice}>
            <WithdrawnNotice withdrawn={visit.withdrawn}>
              You may go on to the debrief of this visit, or stop here. What you have answered is kept.
            </WithdrawnNotice>
          </div>
        )}
        {visit.isBranch && (
          <p className={styles.branch}>You are trying again. The first run stays the one that counts.</p>
        )}
        <Encounter view={view}>
          <Act key={seq} view={view} target={{ attemptId, seenSeq: seq, scene: view.scene }} />
        </Encounter>
        <p className={styles.stop}>
          You can stop here. {visit.keeps} <Link href="/learn">Back to the cases</Link>
        </p>
      </div>
      <div className={styles.chart}>
        <Chart key={seq} chart={view.chart} patient={visit.patient} />
      </div>
    </div>
  )
}

function arrivalWords(view: SceneView, minutesLeft: number | null): string {
  const left = minutesWords(minutesLeft)
  const scene = left ? `Scene: ${view.heading}, ${left}.` : `Scene: ${view.heading}.`
  return [view.consequence ?? view.skipped, scene].filter(Boolean).join(' ')
}
