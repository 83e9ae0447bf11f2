/** What a Slack client would tell the person, and what to do next. */
export function problemText(code: string | undefined): string {
  switch (code) {
    case 'operation_timeout':
      return 'Postern did not answer in time. Please try that again.'
    case 'dispatch_failed':
      return 'Postern could not be reached, so nothing was done. Please try that again in a moment.'
    case 'unknown_command':
      return 'There is no such command here. Type / to see what there is.'
    case 'not_in_channel':
    case 'channel_not_found':
      return 'You are not a member of that channel.'
    case 'view_not_found':
      return 'That form is no longer open.'
    case 'unreachable':
      return 'The local Slack does not answer. If it was stopped, run npm start again; this page reconnects by itself.'
    case undefined:
      return 'That did not work. Please try it again.'
    default:
      return `The local Slack refused that (${code}). Please try it again.`
  }
}
