import { served } from '#server/learning/scenarios/served.ts'
import { stampOfContent } from '#server/learning/scenarios/while-writing.ts'
import { Notice } from '../../_components/notice.tsx'
import { Page } from '../../_components/page.tsx'
import { ReloadOnSave } from './reload-on-save.tsx'
import styles from './while-writing.module.css'

/** For somebody who writes a case: the faults of the files by place, and a page that follows every save. */
export function WhileWriting() {
  const { faults } = served()
  return (
    <>
      <ReloadOnSave stamp={stampOfContent()} />
      {faults.length > 0 && (
        <Page>
          <Notice
            title={
              faults.length === 1 ? 'One fault in the content files' : `${faults.length} faults in the content files`
            }
            tone="attention"
          >
            <ul className={styles.faults}>
              {faults.map(({ file, line, col, rule, message }) => (
                <li key={`${file}:${line}:${col} ${rule} ${message}`}>
                  <code>
                    {file}:{line}:{col}
                  </code>{' '}
                  {rule}: {message}
                </li>
              ))}
            </ul>
            <p>What is shown of a file that cannot be read is how it last was whole.</p>
          </Notice>
        </Page>
      )}
    </>
  )
}
