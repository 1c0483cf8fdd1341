import { unknownBraces } from '#machines/activity/statement.ts'
import { AppError } from '#server/errors.ts'

/** How many characters a statement may have. */
export const statementLimit = 3000

/**
 * @returns a pasted statement as it is kept: its own words, with line breaks of one kind and no space at its ends
 * @throws `form_incomplete` where it is empty or too long, `statement_markup` where it holds tags, `statement_braces`
 *   where anything but a placeholder stands in braces
 */
export function statementText(pasted: string): string {
  const text = pasted.replace(/\r\n?/g, '\n').trim()
  if (text === '' || text.length > statementLimit || /[^\P{Cc}\n\t]/u.test(text)) throw new AppError('form_incomplete')
  if (/<\/?[a-z!][^>]*>/i.test(text)) throw new AppError('statement_markup')
  if (unknownBraces(text).length > 0) throw new AppError('statement_braces')
  return text
}
