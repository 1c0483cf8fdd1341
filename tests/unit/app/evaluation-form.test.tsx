import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { EvaluationForm } from '#app/courses/[courseId]/evaluation/evaluation-form.tsx'
import { parseEvaluation } from '#app/courses/[courseId]/evaluation/send/parse-evaluation.ts'

const objectives = [
  { objective: 'privacy', text: 'See every patient alone.' },
  { objective: 'record', text: 'Plan who will read what.' }
]
const page = renderToStaticMarkup(<EvaluationForm course={{ id: 'core', objectives }} />)

/** The fields of the page: by name, the values it offers; none where something is written. */
function fieldsOn(html: string): Map<string, string[]> {
  const fields = new Map<string, string[]>()
  for (const [tag, name = ''] of html.matchAll(/<(?:input|textarea|select)[^>]* name="([^"]+)"[^>]*>/g)) {
    const value = tag.match(/ value="([^"]*)"/)?.[1]
    fields.set(name, [...(fields.get(name) ?? []), ...(value ? [value] : [])])
  }
  for (const [select, name = ''] of html.matchAll(/<select[^>]* name="([^"]+)".*?<\/select>/g))
    fields.set(
      name,
      [...select.matchAll(/<option value="([^"]+)"/g)].map(([, value]) => value ?? '')
    )
  return fields
}

/** The form with the answer at a place for each question, as a browser sends it. */
function filled(place: number): FormData {
  const form = new FormData()
  for (const [name, values] of fieldsOn(page))
    form.append(name, values.at(place) ?? (name === 'minutes' ? '55' : 'Said'))
  return form
}

test('every question on the page is read, and each may be left out', () => {
  const steps = (value: string) => ({ stop: value, observe: value, ask: value, respond: value })
  const ids = objectives.map(({ objective }) => objective)
  expect(parseEvaluation(filled(0), ids)).toEqual({
    objectives: { privacy: 'yes', record: 'yes' },
    before: steps('none'),
    now: steps('none'),
    relevance: 'very',
    learned: 'much',
    bias: 'free',
    biasText: 'Said',
    respect: 'yes',
    access: 'yes',
    accessText: 'Said',
    minutes: 55,
    intent: 'yes',
    change: 'Said',
    barriers: ['time'],
    topics: 'Said'
  })
  expect(parseEvaluation(filled(-1), ids)).toMatchObject({ objectives: { privacy: 'no' }, now: steps('much') })
  expect(page).not.toContain('required')
})

test('every answer on the page has its own words, and every written one asks for no real patients', () => {
  expect(page.match(/<textarea/g)).toHaveLength(4)
  expect(page.match(/No real patients/g)).toHaveLength(4)
  expect(page).toContain('Finish without answering')
})
