import type { ActivityVersion } from '#machines/activity/version.ts'
import { soarSteps } from '#server/credit/evaluations/answers.ts'
import { stepWords, words } from '../../_components/evaluation-words.ts'

/** One question of the evaluation: with answers by value, or to be written. `name` is its place among the answers. */
export type EvaluationQuestion = {
  name: string
  prompt: string
  options?: Readonly<Record<string, string>>
  isMany?: boolean
}

/** @returns the evaluation as it is asked on the site, in the words of a workshop. */
export function evaluationQuestions(
  activity: Pick<ActivityVersion, 'draft'> | null
): { title: string; asked: EvaluationQuestion[] }[] {
  const objectives = (activity?.draft.objectives ?? []).map(({ objective, text }) => ({
    name: `objectives.${objective}`,
    prompt: `Can you now: ${text}`,
    options: words.met
  }))
  return [
    ...(objectives.length > 0 ? [{ title: 'What you can do now', asked: objectives }] : []),
    { title: 'How sure you are', asked: soarSteps.flatMap(sureOf) },
    { title: 'The workshop', asked: ofWorkshop },
    { title: 'Your practice', asked: ofPractice }
  ]
}

function sureOf(step: (typeof soarSteps)[number]): EvaluationQuestion[] {
  const { title, text } = stepWords[step]
  return [
    { name: `before.${step}`, prompt: `${title} (${text}): how sure were you before?`, options: words.confidence },
    { name: `now.${step}`, prompt: `${title}: how sure are you now?`, options: words.confidence }
  ]
}

const ofWorkshop: EvaluationQuestion[] = [
  { name: 'relevance', prompt: 'How relevant was it to your work?', options: words.relevance },
  { name: 'learned', prompt: 'How much did you learn?', options: words.learned },
  { name: 'bias', prompt: 'Was it free of commercial bias?', options: words.bias },
  { name: 'biasText', prompt: 'If not, what did you notice?' },
  { name: 'respect', prompt: 'Did it respect people who have lived through trafficking?', options: words.respect },
  { name: 'access', prompt: 'Could you take part in all of it as you need to?', options: words.access },
  { name: 'accessText', prompt: 'If not, what stood in the way?' }
]

const ofPractice: EvaluationQuestion[] = [
  { name: 'intent', prompt: 'Will you do something differently?', options: words.intent },
  { name: 'change', prompt: 'What will you do differently?' },
  {
    name: 'barriers',
    prompt: 'What may stand in your way? Mark all that apply.',
    options: words.barriers,
    isMany: true
  },
  { name: 'topics', prompt: 'What should a later workshop teach?' }
]
