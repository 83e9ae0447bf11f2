/** Every failure Postern can name, and whether trying again can help. The words are in `slack/views`, the meaning in docs/errors.md. */
export const errorTable = {
  storage_unavailable: { retry: true },
  storage_conflict: { retry: true },
  slack_unavailable: { retry: true },
  slack_refused: { retry: false },
  directory_unavailable: { retry: true },
  payload_malformed: { retry: false },
  too_slow: { retry: true },
  internal: { retry: false },
} as const satisfies Record<string, { retry: boolean }>

export type ErrorCode = keyof typeof errorTable

/** A failure with a code of the table; `cause` is for the log's allow-listed fields only, never for a person. */
export class PosternError extends Error {
  readonly code: ErrorCode
  constructor(code: ErrorCode, options?: ErrorOptions) {
    super(code, options)
    this.name = 'PosternError'
    this.code = code
  }
}
