import type { z } from 'zod'

type Issue = z.core.$ZodIssue
/** A fault against a schema: where it stands and one sentence that says what to do. */
export type WordedIssue = { path: PropertyKey[]; rule: string; message: string }

/** @returns what a schema found, placed as near as it can be and put into words an author can act on. */
export function wordIssues(issues: readonly Issue[]): WordedIssue[] {
  return issues.flatMap(nearest).map((issue) => {
    const path = issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path
    const where = issue.path.length > 0 ? `${issue.path.map(String).join('.')}: ` : ''
    return {
      path,
      rule: ruleOf(issue),
      message: issue.code === 'custom' && ruleOf(issue) !== 'schema' ? issue.message : `${where}${wordsFor(issue)}`
    }
  })
}

/** Where something may have several forms, the form it is nearest to says what is wrong with it. */
function nearest(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue]
  const forms = issue.errors.filter((form) => form.length > 0)
  const types = forms.flatMap((form) =>
    form.flatMap((it) => (it.code === 'invalid_type' && it.path.length === 0 ? [it.expected] : []))
  )
  if (types.length === forms.length)
    return [{ ...issue, errors: [], message: `write ${types.map(nameOfType).join(' or ')}` }]
  const [best = []] = [...forms].sort((a, b) => distance(a) - distance(b))
  return best.flatMap((inner) => nearest({ ...inner, path: [...issue.path, ...inner.path] }))
}

function distance(form: readonly Issue[]): number {
  return form.reduce((sum, issue) => {
    if (issue.code === 'unrecognized_keys') return sum + 3 * issue.keys.length
    if (issue.path.length === 0) return sum + 3
    return sum + (isMissing(issue) ? 2 : 1)
  }, 0)
}

function wordsFor(issue: Issue): string {
  const rule = ruleOf(issue)
  if (rule === 'no-rationale') return 'say why this act is marked so, with sources or "basis: judgement"'
  if (rule === 'source-undated')
    return 'write how the source is known ("verified", "secondary" or "needs-review") as "mark", and the date it was read as "readOn: YYYY-MM-DD", or null where it was not read'
  if (isMissing(issue)) return 'this is missing: write it'
  switch (issue.code) {
    case 'unrecognized_keys':
      return `${issue.keys.map((key) => `"${key}"`).join(' and ')} is no field here: correct its name, or leave it out`
    case 'invalid_type':
      return `write ${nameOfType(issue.expected)}, as this is something else`
    case 'invalid_value':
      return `write one of ${issue.values.map((value) => `"${String(value)}"`).join(', ')}`
    case 'too_small':
      return `write at least ${issue.minimum}${partsOf(issue.origin)}`
    case 'too_big':
      return `write at most ${issue.maximum}${partsOf(issue.origin)}`
    case 'invalid_key':
    case 'invalid_element':
      return [issue.message, ...issue.issues.map((inner) => inner.message)].join(': ')
    default:
      return issue.message.replace(/^Invalid (input|discriminator value)[:.] /, '')
  }
}

function isMissing(issue: Issue): boolean {
  return issue.code === 'invalid_type' && issue.message.endsWith('received undefined')
}

function nameOfType(type: string): string {
  const names = new Map([
    ['object', 'named fields'],
    ['array', 'a list'],
    ['string', 'text'],
    ['int', 'a whole number'],
    ['number', 'a number'],
    ['boolean', 'true or false']
  ])
  return names.get(type) ?? type
}

function partsOf(origin: string): string {
  if (origin === 'array') return ' of them'
  return origin === 'string' ? ' characters' : ''
}

function ruleOf(issue: Issue): string {
  const rule = issue.code === 'custom' ? issue.params?.rule : undefined
  if (typeof rule === 'string') return rule
  const field = issue.path.at(-1)
  if (field === 'rationale' && issue.code === 'invalid_type') return 'no-rationale'
  const isOfSource = issue.path[0] === 'sources' && issue.path.length === 3
  return isOfSource && (field === 'mark' || field === 'readOn') ? 'source-undated' : 'schema'
}
