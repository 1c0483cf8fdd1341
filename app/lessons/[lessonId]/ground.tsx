import { Cite } from '../../_components/cite.tsx'
import styles from './ground.module.css'

type GroundProps = { sources?: readonly string[] | undefined; isJudgment: boolean }

/** What a statement rests on: numbers of its sources, or that it is the authors' own judgment. */
export function Ground({ sources = [], isJudgment }: GroundProps) {
  return (
    <>
      {sources.length > 0 ? <Cite sources={sources} /> : null}
      {sources.length > 0 && isJudgment ? ' ' : null}
      {isJudgment ? <span className={styles.judgment}>(authors’ judgment)</span> : null}
    </>
  )
}
