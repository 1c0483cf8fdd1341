import type { CodeEntry } from '#content/registry-schema.ts'
import styles from './code-apart.module.css'
import { codeParts } from './code-parts.ts'

/** A complete code set large and read character by character, with the official titles of its stems. */
export function CodeApart({ code, codes }: { code: string; codes: readonly CodeEntry[] }) {
  const titleOf = (stem: string) => codes.find((entry) => entry.code === stem)?.title
  return (
    <div className={styles.apart}>
      <dl>
        {codeParts(code, titleOf).map((part, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the characters of a code never change places.
          <div key={place}>
            <dt>
              <span className={styles.characters}>{part.characters}</span>
              <span className={styles.kind}>{part.kind}</span>
            </dt>
            <dd>{part.meaning}</dd>
          </div>
        ))}
      </dl>
      <p>
        <b>{code}</b> {titleOf(code)}
      </p>
    </div>
  )
}
