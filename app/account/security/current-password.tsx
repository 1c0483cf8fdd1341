import { TextField } from '../../_components/text-field.tsx'

/** The field for the password that somebody signs in with now. `id` tells several on one page apart. */
export function CurrentPassword({ id }: { id: string }) {
  return (
    <TextField
      name="password"
      id={id}
      type="password"
      label="Your password now"
      autoComplete="current-password"
      required
      maxLength={128}
    />
  )
}
