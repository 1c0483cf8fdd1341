import { CheckField } from '../_components/field.tsx'

/** The box that says that others use this computer. */
export function SharedComputer() {
  return (
    <CheckField
      name="shared"
      value="on"
      label="Others use this computer"
      hint="You are signed out after 15 minutes without a step, and when the browser closes. What you did is kept."
    />
  )
}
