import type { Scenario } from '#content/schema.ts'
import { type Exploration, explore } from '../explore.ts'
import { measureRuns } from '../minutes.ts'
import { codeCertainty } from './code-certainty.ts'
import { codeNotBillable } from './code-not-billable.ts'
import { codeShownToRole } from './code-shown-to-role.ts'
import { codeT74WithT76 } from './code-t74-with-t76.ts'
import { codeUnknown } from './code-unknown.ts'
import { codeWrongAge } from './code-wrong-age.ts'
import { codeY07WithoutT74 } from './code-y07-without-t74.ts'
import { codeZ04WithSuspicion } from './code-z04-with-suspicion.ts'
import { cycle } from './cycle.ts'
import { deadEnd } from './dead-end.ts'
import { doNotUse } from './do-not-use.ts'
import { documentNeverAsked } from './document-never-asked.ts'
import { dutyForMinors } from './duty-for-minors.ts'
import { giveAway } from './give-away.ts'
import { harmWithoutRepair } from './harm-without-repair.ts'
import { identityMoreThanOnce } from './identity-more-than-once.ts'
import type { LibraryCase, LibraryFinding } from './library.ts'
import { longUtterance } from './long-utterance.ts'
import { minutes } from './minutes.ts'
import { moreThanTwoStrongCues } from './more-than-two-strong-cues.ts'
import { noDeclinePath } from './no-decline-path.ts'
import { noFullMarksPath } from './no-full-marks-path.ts'
import { noSilentMinorPath } from './no-silent-minor-path.ts'
import { noWayToDebrief } from './no-way-to-debrief.ts'
import { phasesOutOfOrder } from './phases-out-of-order.ts'
import { registryReference } from './registry-reference.ts'
import type { CheckedScenario, CheckedText, Finding, KnownRegistry, Rule } from './rule.ts'
import { sceneCount } from './scene-count.ts'
import { tonePredictsMark, toneTellsMark } from './tone-predicts-mark.ts'
import { tooManyStates } from './too-many-states.ts'
import { unreachableChoice } from './unreachable-choice.ts'
import { unreachableResult } from './unreachable-result.ts'
import { unreachableScene } from './unreachable-scene.ts'
import { unsafeAsk } from './unsafe-ask.ts'
import { words } from './words.ts'

/** Rules that look at the text alone. */
const rulesOfText = {
  'code-certainty': codeCertainty,
  'code-not-billable': codeNotBillable,
  'code-t74-with-t76': codeT74WithT76,
  'code-unknown': codeUnknown,
  'code-wrong-age': codeWrongAge,
  'code-y07-without-t74': codeY07WithoutT74,
  'code-z04-with-suspicion': codeZ04WithSuspicion,
  'do-not-use': doNotUse,
  'identity-more-than-once': identityMoreThanOnce,
  'long-utterance': longUtterance,
  'more-than-two-strong-cues': moreThanTwoStrongCues,
  'phases-out-of-order': phasesOutOfOrder,
  'registry-reference': registryReference,
  'tone-predicts-mark': tonePredictsMark
} satisfies Record<string, Rule<CheckedText>>

/** Rules that look at every state a run can be in. */
const rulesOfWalk = {
  'code-shown-to-role': codeShownToRole,
  cycle,
  'dead-end': deadEnd,
  'document-never-asked': documentNeverAsked,
  'duty-for-minors': dutyForMinors,
  'harm-without-repair': harmWithoutRepair,
  minutes,
  'no-decline-path': noDeclinePath,
  'no-full-marks-path': noFullMarksPath,
  'no-silent-minor-path': noSilentMinorPath,
  'no-way-to-debrief': noWayToDebrief,
  'scene-count': sceneCount,
  'unreachable-choice': unreachableChoice,
  'unreachable-result': unreachableResult,
  'unreachable-scene': unreachableScene,
  'unsafe-ask': unsafeAsk,
  words
} satisfies Record<string, Rule<CheckedScenario>>

/** Rules that look at all cases together. */
const rulesOfLibrary = {
  'give-away': giveAway,
  'tone-predicts-mark': toneTellsMark
} satisfies Record<string, (library: readonly LibraryCase[]) => LibraryFinding[]>

export type RuleFault = Finding & { rule: string }
export type LibraryFault = LibraryFinding & { rule: string }

/** The ids of all rules of practice. */
export const everyRule: readonly string[] = [
  ...Object.keys(rulesOfText),
  ...Object.keys(rulesOfWalk),
  ...Object.keys(rulesOfLibrary).filter((rule) => !(rule in rulesOfText)),
  'too-many-states'
]

/** @returns what the rules that need no walk find; the scenario's parts need not fit each other. */
export function faultsOfText(checked: CheckedText): RuleFault[] {
  return Object.entries(rulesOfText).flatMap(([rule, find]) => find(checked).map((finding) => ({ rule, ...finding })))
}

/** @returns what only all cases together show, each case whole and walked. */
export function faultsOfLibrary(library: readonly LibraryCase[]): LibraryFault[] {
  return Object.entries(rulesOfLibrary).flatMap(([rule, find]) =>
    find(library).map((finding) => ({ rule, ...finding }))
  )
}

/**
 * @returns what every rule finds in a scenario whose parts fit each other, and the walk it was judged on.
 * With too many states the walk is not complete, and only that is told of it.
 */
export function faultsOfScenario(
  scenario: Scenario,
  registry: KnownRegistry
): { faults: RuleFault[]; exploration: Exploration } {
  const exploration = explore(scenario)
  const text = faultsOfText({ scenario, registry })
  const tooMany = tooManyStates({ exploration }).map((finding) => ({ rule: 'too-many-states', ...finding }))
  if (tooMany.length > 0) return { faults: [...text, ...tooMany], exploration }
  const checked = { scenario, registry, exploration, measure: measureRuns(scenario, exploration) }
  const walk = Object.entries(rulesOfWalk).flatMap(([rule, find]) =>
    find(checked).map((finding) => ({ rule, ...finding }))
  )
  return { faults: [...text, ...walk], exploration }
}
