/** A refusal by the Web API: Slack's code, and what Slack adds to it. */
export class ApiError extends Error {
  readonly code: string
  /** For people: `[ERROR] … [json-pointer:/…]`. */
  readonly messages: readonly string[]
  readonly extra: Readonly<Record<string, unknown>>

  constructor(code: string, messages: readonly string[] = [], extra: Readonly<Record<string, unknown>> = {}) {
    super(code)
    this.name = 'ApiError'
    this.code = code
    this.messages = messages
    this.extra = extra
  }
}
