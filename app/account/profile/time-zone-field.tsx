import { SelectField } from '../../_components/field.tsx'
import { SuggestTimeZone } from './suggest-time-zone.tsx'

const common = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
  'America/Puerto_Rico'
]

/** The time zone that a completion date is written in; the browser's own is suggested where none is chosen. */
export function TimeZoneField({ chosen }: { chosen: string | null }) {
  const others = Intl.supportedValuesOf('timeZone').filter((name) => !common.includes(name))
  const names = [...common, ...others, 'UTC']
  return (
    <>
      <SelectField
        name="timeZone"
        label="Time zone"
        hint="Decides which day stands on a certificate."
        options={[
          { value: '', label: 'Not said' },
          ...names.map((name) => ({ value: name, label: name.replaceAll('_', ' ') }))
        ]}
        chosen={chosen ?? ''}
      />
      {chosen ? null : <SuggestTimeZone field="timeZone" />}
    </>
  )
}
