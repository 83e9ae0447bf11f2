import type { LeasedPost, SendResult } from '../../application/post.ts'
import { retryWait } from '../../application/retry-wait.ts'
import type { SlackFailure } from '../slack-failure.ts'

/** Refusals that end once somebody mends the token, the scopes or the channel. Until then the post waits: people were promised it. */
const mendable = new Set([
  'not_authed',
  'invalid_auth',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'missing_scope',
  'access_denied',
  'ekm_access_denied',
  'team_access_not_granted',
  'org_login_required',
  'channel_not_found',
  'not_in_channel',
  'is_archived',
  'restricted_action',
])

export function isMendable(code: string): boolean {
  return mendable.has(code)
}

/** To be tried later although nothing was sent now; what was uncertain before stays uncertain. */
export function later(post: LeasedPost, retryAt: number, code: string): SendResult {
  return { kind: post.uncertainSince === undefined ? 'not_sent' : 'unknown', retryAt, code }
}

/** What a failure before the message itself was sent means for its post, such as a DM that could not be opened. */
export function outcomeBefore(post: LeasedPost, failure: SlackFailure, now: number): SendResult {
  const retryAfterMs = failure.kind === 'limited' ? failure.retryAfterMs : undefined
  if (failure.kind === 'refused' && !isMendable(failure.code)) return { kind: 'dead', code: failure.code }
  return later(post, now + (retryAfterMs ?? retryWait(post.attempts + 1)), failure.code)
}

/** What a failure to send the message itself means for its post. */
export function outcomeOf(post: LeasedPost, failure: SlackFailure, now: number): SendResult {
  const retryAt = now + retryWait(post.attempts + 1)
  switch (failure.kind) {
    case 'limited': {
      const after = failure.retryAfterMs
      return { kind: 'not_sent', retryAt: after === undefined ? retryAt : now + after, code: failure.code }
    }
    case 'unreachable':
      return { kind: 'not_sent', retryAt, code: failure.code }
    case 'unclear':
      return { kind: 'unknown', retryAt, code: failure.code }
    case 'refused':
      return isMendable(failure.code)
        ? later(post, retryAt, failure.code)
        : { kind: 'dead', code: failure.code }
  }
}

/** The message is known to be there, but not its place: the next attempt has to look for it again. */
export function uncertainStill(result: SendResult): SendResult {
  return result.kind === 'not_sent' ? { ...result, kind: 'unknown' } : result
}
