import { Button } from '../../_components/button.tsx'

type TestFormProps = { courseId: string; form: 'pre' | 'post'; tone?: 'action' | 'plain'; words: string }

/** The press that begins a test, or takes up the open one. */
export function TestForm({ courseId, form, tone = 'action', words }: TestFormProps) {
  return (
    <form method="post" action={`/courses/${courseId}/test`}>
      <input type="hidden" name="form" value={form} />
      <Button tone={tone}>{words}</Button>
    </form>
  )
}
