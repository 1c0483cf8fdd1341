/** How long a visit and its cookie are kept after the last answer, in days. */
export const keepDays = 180

/** How long a visit on a shared computer is kept after the last answer, in hours; its cookie goes with the browser. */
export const keepHoursShared = 24
