import { classes } from '../../../_components/classes.ts'
import styles from '../../../_components/notice.module.css'
import { phoneWords } from '../../../_components/notice-words/phone.ts'
import type { NoticeWords } from '../../../_components/notice-words/words.ts'

const known: Readonly<Record<string, NoticeWords>> = phoneWords

/** What came of something that was sent; a phone carries these words alone, and not those of every other page. */
export function PhoneNotice({ code }: { code: string | undefined }) {
  const words = known[code ?? ''] ?? phoneWords.invalid_input
  return (
    <div role="status" className={classes(styles.notice, styles[words.tone])}>
      <p className={styles.title}>{words.title}</p>
      <p>{words.text}</p>
    </div>
  )
}
