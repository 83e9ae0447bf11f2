const minuteMs = 60_000

/** How much one person may ask for, and how many cards the postmasters' channel takes before they come as a list (security.md, C19). */
export const deskLimits = {
  /** Messages of a person that are read within a minute. */
  messages: { most: 20, withinMs: minuteMs },
  /** New tickets of a person; how many is the company's choice. */
  escalations: { withinMs: 24 * 60 * minuteMs },
  /** What a requester adds to one ticket within ten minutes: each calls the postmasters, and pushes older words out. */
  additions: { most: 10, withinMs: 10 * minuteMs },
  /** New tickets of all within ten minutes; those beyond come as a list. */
  storm: { most: 20, withinMs: 10 * minuteMs },
} as const
