/** What stores of tests are opened with. */
export const testAudit = { auditKey: 'the key of chains in tests, 32 characters and more', now: 0 }
