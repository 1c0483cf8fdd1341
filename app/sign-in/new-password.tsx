import { TextField } from '../_components/text-field.tsx'

/** The field for a new password. */
export function NewPassword() {
  return (
    <TextField
      name="password"
      type="password"
      label="New password"
      hint="At least 12 characters. Three or four unrelated words are easy to keep in mind."
      autoComplete="new-password"
      required
      minLength={12}
      maxLength={128}
    />
  )
}
