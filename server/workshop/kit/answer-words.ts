import type { Question, Step } from '#machines/room/plan.ts'
import { type Block, list, text } from '#server/papers/blocks.ts'

/** @returns the letter under which an option stands on every page of the kit. */
export function letterOf({ options }: Question, option: string): string {
  return String.fromCharCode(65 + options.findIndex(({ id }) => id === option))
}

/** @returns some options of a question as a list, each with its letter. */
export function lettered(question: Question, options: readonly Question['options'][number][]): Block[] {
  if (options.length === question.options.length)
    return list(
      options.map((option) => option.text),
      'letter'
    )
  return options.map((option) => text(`${letterOf(question, option.id)}   ${option.text}`))
}

/** @returns each recommended answer of a question in words, with the letters of its page; none where nothing is recommended. */
export function recommendedIn({ question, reveal }: Pick<Step, 'question' | 'reveal'>): string[] {
  if (!question || !reveal) return []
  return reveal.best.map((key) => answerWords(question, key))
}

/** @returns one answer in words: an option, an option in its place, or an option before another. */
export function answerWords(question: Question, key: string): string {
  const [option = '', other] = key.split('/')
  const named = (id: string) => {
    const words = question.options.find((each) => each.id === id)?.text
    return words === undefined ? id : `${letterOf(question, id)}. ${words}`
  }
  if (other === undefined) return named(option)
  const bin = question.bins.find(({ id }) => id === other)
  return bin ? `${named(option)}: ${bin.text}` : `${named(option)}, before ${named(other)}`
}

/** @returns how a question is answered, in a few words. */
export function askWords({ ask, bins }: Question): string {
  switch (ask) {
    case 'one':
      return 'Choose one.'
    case 'several':
      return 'Choose all that you would.'
    case 'sort':
      return `Put each into one place: ${bins.map(({ text }) => text).join(' / ')}.`
    case 'order':
      return 'Put them in order.'
    case 'scale':
      return 'One is not at all, five is very.'
    case 'text':
      return 'One sentence. No patients, no personal stories.'
  }
}
