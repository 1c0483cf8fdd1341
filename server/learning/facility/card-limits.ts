/** How many characters each field of the card takes; each fits its line on paper, and the form what the server reads. */
export const cardLimits = { facility: 80, name: 60, phone: 40, hours: 60, note: 120, checkedBy: 60 } as const
