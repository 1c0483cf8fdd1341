import { hundredthsText } from '#machines/activity/amount.ts'
import type { ActivityVersion } from '#machines/activity/version.ts'
import { type Block, heading, list, type Section, text } from '#server/papers/blocks.ts'
import { type Kit, partNames } from './kit.ts'

/** @returns a sheet for names, in and out, with what must be told beforehand where the workshop is held for credit. */
export function signInSheet({ title, activity }: Kit): Section[] {
  const columns = [
    { head: 'Name', share: 5 },
    { head: 'E-mail', share: 6 },
    { head: 'Profession', share: 4 },
    { head: 'In', share: 1.6 },
    { head: 'Out', share: 1.6 }
  ]
  return [
    {
      foot: `${partNames['sign-in']}: names are kept apart from every answer of the room`,
      layout: 'landscape',
      blocks: [
        heading(1, partNames['sign-in']),
        text(`${activity?.draft.title ?? title}. Date: ______________  Place: ______________________________`),
        ...(activity ? frontMatter(activity) : [text('No credit is given for this workshop. Signing is up to you.')]),
        {
          kind: 'table',
          columns,
          rows: Array.from({ length: activity ? 18 : 14 }, () => ['', '', '', '', '']),
          rowHeight: 25
        }
      ]
    }
  ]
}

function frontMatter({ draft, organization, offerings, contributors }: ActivityVersion): Block[] {
  const { commercialSupport, provider } = draft
  const credits = offerings.map((offering) =>
    [
      `${offering.label}${offering.maxHundredths === null ? '' : `, up to ${hundredthsText(offering.maxHundredths)} ${offering.unit}`}.`,
      offering.statementText
    ]
      .filter(Boolean)
      .join(' ')
  )
  return [
    ...list([
      `Provider: ${provider.name || organization.name}${organization.isDemonstration ? ' (demonstration, accredited by nobody)' : ''}.`,
      ...credits,
      ...disclosuresOf(contributors),
      ...(commercialSupport.isReceived === 'yes' ? [commercialSupport.text] : []),
      ...(commercialSupport.isReceived === 'no' ? ['No commercial support was received for this activity.'] : []),
      'By signing you say that you have read this, and that you were here from the time in to the time out.'
    ])
  ]
}

function disclosuresOf(contributors: ActivityVersion['contributors']): string[] {
  const relevant = contributors.flatMap(({ name, relationships }) =>
    relationships
      .filter(({ isRelevant }) => isRelevant)
      .map(({ company, nature, mitigation }) => `${name}: ${company}, ${nature}.${mitigation ? ' Mitigated.' : ''}`)
  )
  if (relevant.length > 0) return relevant
  const isAsked = contributors.length > 0 && contributors.every(({ disclosure }) => disclosure !== 'missing')
  return isAsked
    ? [
        'Nobody who controlled the content of this activity has a relevant financial relationship with an ineligible company.'
      ]
    : []
}
