/** A screen in a population; all three numbers in percent, 0 to 100. */
export type Screen = { prevalence: number; sensitivity: number; specificity: number }

/** Of so many people: whole people for a drawing, and the two predictive values exactly, in percent. */
export type Prediction = {
  truePositive: number
  falseNegative: number
  falsePositive: number
  trueNegative: number
  /** Undefined where nobody would screen positive. */
  positiveValue: number | undefined
  /** Undefined where nobody would screen negative. */
  negativeValue: number | undefined
}

/** @returns what a screen says of `people` people; the four counts always add up to them. */
export function predict({ prevalence, sensitivity, specificity }: Screen, people = 1000): Prediction {
  const affected = prevalence / 100
  const found = affected * (sensitivity / 100)
  const cleared = (1 - affected) * (specificity / 100)
  const missed = affected - found
  const mistaken = 1 - affected - cleared
  const affectedPeople = Math.round(affected * people)
  const truePositive = Math.min(Math.round(found * people), affectedPeople)
  const falsePositive = Math.min(Math.round(mistaken * people), people - affectedPeople)
  return {
    truePositive,
    falseNegative: affectedPeople - truePositive,
    falsePositive,
    trueNegative: people - affectedPeople - falsePositive,
    positiveValue: share(found, mistaken),
    negativeValue: share(cleared, missed)
  }
}

/** @returns the numbers of an address where all three are there and between 0 and 100; `undefined` where one is not. */
export function readScreen(search: Record<string, string | string[] | undefined>): Screen | undefined {
  const prevalence = percentOf(search.prevalence)
  const sensitivity = percentOf(search.sensitivity)
  const specificity = percentOf(search.specificity)
  if (prevalence === undefined || sensitivity === undefined || specificity === undefined) return undefined
  return { prevalence, sensitivity, specificity }
}

function percentOf(value: string | string[] | undefined): number | undefined {
  if (typeof value !== 'string' || !/^\d{1,3}(\.\d{1,3})?$/.test(value.trim())) return undefined
  const number = Number(value)
  return number <= 100 ? number : undefined
}

function share(part: number, rest: number): number | undefined {
  // What is left of a subtraction may differ from nothing by a hair.
  const whole = part + Math.max(rest, 0)
  return whole < 1e-9 ? undefined : (part / whole) * 100
}
