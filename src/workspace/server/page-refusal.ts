/** What a Slack client would tell the person instead of doing it. */
export class PageRefusal extends Error {
  readonly code: string
  /** block_id -> what is wrong with it. */
  readonly errors: Readonly<Record<string, string>> | undefined

  constructor(code: string, errors?: Readonly<Record<string, string>>) {
    super(code)
    this.name = 'PageRefusal'
    this.code = code
    this.errors = errors
  }
}
