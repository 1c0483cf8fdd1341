import { redirect } from 'next/navigation'
import { missing } from '#app/_components/missing.ts'
import { type Certificate, getCertificate } from '#server/credit/certificates/queries.ts'
import { AppError } from '#server/errors.ts'
import type { Person } from '#server/people/auth/person.ts'
import { record } from '#server/record/db/client.ts'

/**
 * @returns a certificate that somebody may see. Whoever may not is led to a page without one; a coordinator who has yet
 * to prove a second factor, to where that is said.
 */
export async function certificateFor(person: Person, certificateId: string): Promise<Certificate> {
  try {
    return await getCertificate(record(), { actor: person, certificateId })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.code === 'second_factor_needed') redirect('/manage/not-allowed?notice=second_factor_needed')
    if (error.status >= 500) throw error
    return missing()
  }
}
