/** Something Slack would refuse, and where: a JSON pointer into the payload. */
export interface BlockKitIssue {
  readonly path: string
  readonly message: string
}
