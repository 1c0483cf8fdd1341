import { Badge } from '#app/_components/badge.tsx'
import { Link } from '#app/_components/link.tsx'
import type { Gap } from '#machines/activity/gap.ts'
import { type Section, sections } from '#machines/activity/sections.ts'
import type { Plan } from '#server/credit/activities/plan.ts'
import { wordsForGap } from '../_words/gap-words.ts'
import { sectionPath, sectionWords } from '../_words/section-words.ts'
import styles from './overview.module.css'

/** Every step of setting an activity up, in order: done, or with what is missing and why. */
export function Steps({ plan }: { plan: Plan }) {
  return (
    <ol className={`plainlist ${styles.steps}`}>
      {sections.map((section) => (
        <Step
          section={section}
          activityId={plan.activityId}
          gaps={plan.gaps.filter((gap) => gap.section === section)}
          isChanged={plan.changed.includes(section)}
          key={section}
        />
      ))}
    </ol>
  )
}

type StepProps = { section: Section; activityId: string; gaps: readonly Gap[]; isChanged: boolean }

function Step({ section, activityId, gaps, isChanged }: StepProps) {
  const { title, lede } = sectionWords[section]
  const path = sectionPath(activityId, section)
  return (
    <li className={styles.step} id={`step-${section}`}>
      <div className={styles.stepHead}>
        <h3>
          <Link href={path}>{title}</Link>
        </h3>
        <StepState gaps={gaps} />
        {isChanged ? <Badge>Not open yet</Badge> : null}
      </div>
      <p className={styles.lede}>{lede}</p>
      {gaps.length > 0 ? (
        <ul className={styles.gaps}>
          {gaps.map((gap) => (
            <Line gap={gap} path={path} key={`${gap.code} ${JSON.stringify(gap.because)}`} />
          ))}
        </ul>
      ) : null}
    </li>
  )
}

function StepState({ gaps }: { gaps: readonly Gap[] }) {
  const missing = gaps.filter(({ severity }) => severity === 'gap').length
  if (missing > 0) return <Badge tone="attention">{missing === 1 ? '1 gap' : `${missing} gaps`}</Badge>
  if (gaps.length > 0)
    return <Badge>{gaps.length === 1 ? 'Done, with a note' : `Done, with ${gaps.length} notes`}</Badge>
  return <Badge tone="done">Done</Badge>
}

function Line({ gap, path }: { gap: Gap; path: string }) {
  const { what, why } = wordsForGap(gap)
  return (
    <li>
      {gap.severity === 'warning' ? 'Note: ' : null}
      <Link href={gap.field ? `${path}#${gap.field}` : path}>{what}</Link>. <span className={styles.why}>{why}</span>
    </li>
  )
}
