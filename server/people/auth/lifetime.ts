const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** How long somebody stays signed in on a computer that others use, in milliseconds: without a request, and in all. */
export const sharedLifetime = { idle: 15 * minute, whole: 12 * hour }

/** The same on a computer of one's own. */
export const ownLifetime = { idle: 7 * day, whole: 30 * day }

/** How long a second factor counts after it was given, in milliseconds. */
export const secondFactorLasts = 12 * hour

/** A session's last request is noted anew once this many milliseconds have passed. */
export const noteSeenAfter = 30_000
