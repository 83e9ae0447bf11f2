import { MultipleListenerError, UnknownError } from '@slack/bolt'
import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api'
import { z } from 'zod'
import { type ErrorCode, PosternError } from '../application/errors.ts'
import { Unanswered } from './fetch-once.ts'

/**
 * How a call to Slack failed, and so what is known about its effect:
 * `limited` and `unreachable` had none, `refused` is Slack's own clear no, `unclear` may have had one.
 */
export type SlackFailure =
  | { readonly kind: 'limited'; readonly code: string; readonly retryAfterMs: number | undefined }
  | { readonly kind: 'unreachable'; readonly code: string }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'unclear'; readonly code: string }

/** The request never left: no connection was made. Codes of Node and undici, in lower case. */
const neverConnected = new Set([
  'econnrefused',
  'enotfound',
  'eai_again',
  'ehostunreach',
  'enetunreach',
  'enetdown',
  'und_err_connect_timeout',
  'cert_has_expired',
  'depth_zero_self_signed_cert',
  'self_signed_cert_in_chain',
  'unable_to_verify_leaf_signature',
  'err_tls_cert_altname_invalid',
])

/** Errors after which Slack itself says that some part of the call may have worked; docs.slack.dev, any method page. */
const maybeDone = new Set(['fatal_error', 'internal_error', 'service_unavailable'])

/** Refusals of this moment, not of this call. */
const passing = new Set(['ratelimited', 'rate_limited', 'request_timeout', 'team_added_to_org'])

/** Slack's error codes are lower-case words; anything else in that place is the text of an unreadable answer. */
function plainCode(code: unknown): string {
  return typeof code === 'string' && /^[a-z][a-z0-9_]{0,79}$/.test(code) ? code : 'unreadable_answer'
}

function platformFailure({ data }: WebAPIPlatformError): SlackFailure {
  const code = plainCode(data.error)
  if (passing.has(code)) {
    const seconds = data.response_metadata?.retryAfter
    return { kind: 'limited', code, retryAfterMs: seconds === undefined ? undefined : seconds * 1000 }
  }
  return { kind: maybeDone.has(code) || code === 'unreadable_answer' ? 'unclear' : 'refused', code }
}

/** Reads any error of a Web API call; an error of another kind is `unclear`, the careful reading. */
export function slackFailure(error: unknown): SlackFailure {
  if (error instanceof WebAPIRateLimitedError) {
    return { kind: 'limited', code: 'ratelimited', retryAfterMs: error.retryAfter * 1000 }
  }
  if (error instanceof WebAPIPlatformError) return platformFailure(error)
  if (error instanceof WebAPIHTTPError) {
    const code = `http_${error.statusCode}`
    return { kind: error.statusCode >= 500 ? 'unclear' : 'unreachable', code }
  }
  if (error instanceof WebAPIRequestError && error.original instanceof Unanswered) {
    const { code } = error.original
    return { kind: neverConnected.has(code) ? 'unreachable' : 'unclear', code }
  }
  return { kind: 'unclear', code: 'unexpected' }
}

/** The error as it was thrown, before Bolt wrapped it. */
export function originalError(error: unknown): unknown {
  if (error instanceof UnknownError) return error.original
  if (error instanceof MultipleListenerError) return originalError(error.originals[0])
  return error
}

const isWebApiError = (error: unknown): boolean =>
  error instanceof WebAPIRateLimitedError ||
  error instanceof WebAPIPlatformError ||
  error instanceof WebAPIHTTPError ||
  error instanceof WebAPIRequestError

/** The code of Postern's error table that an error stands for. */
export function errorCodeOf(error: unknown): ErrorCode {
  if (error instanceof PosternError) return error.code
  if (error instanceof z.ZodError) return 'payload_malformed'
  if (isWebApiError(error))
    return slackFailure(error).kind === 'refused' ? 'slack_refused' : 'slack_unavailable'
  return 'internal'
}

/** Where an error was thrown, such as `TypeError@hear.ts:42`: class and place only, never its message. */
export function originOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const place = /^\s+at .*?([a-z0-9.-]+\.[jt]sx?):(\d+)/m.exec(error.stack?.replace(error.message, '') ?? '')
  const name = /^\w+$/.test(error.name) ? error.name : 'Error'
  return place === null ? name : `${name}@${place[1]}:${place[2]}`
}

/** What lies behind an error, fit for the log: Slack's own code, or the place where it was thrown. */
export function detailOf(error: unknown): string | undefined {
  if (error instanceof PosternError && error.cause !== undefined) return detailOf(error.cause)
  return isWebApiError(error) ? slackFailure(error).code : originOf(error)
}
