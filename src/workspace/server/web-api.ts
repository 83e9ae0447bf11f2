import type { IncomingMessage } from 'node:http'
import { ApiError } from './api-error.ts'
import { isJson, type Json, parseJson } from './json.ts'
import type { LocalSlack } from './local-slack.ts'
import { chatMethods } from './methods/chat-methods.ts'
import { conversationMethods } from './methods/conversation-methods.ts'
import { type Method, needScope } from './methods/method.ts'
import { peopleMethods } from './methods/people-methods.ts'
import { viewMethods } from './methods/view-methods.ts'
import { app } from './team.ts'
import { type HttpAnswer, json } from './web-answer.ts'

const methods: ReadonlyMap<string, Method> = new Map(
  Object.entries({ ...peopleMethods, ...conversationMethods, ...chatMethods, ...viewMethods }),
)

function argumentsOf(request: IncomingMessage, url: URL, body: string): Json {
  const query = Object.fromEntries(url.searchParams)
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase()
  if (body === '') return query
  if (type === 'application/json') {
    const parsed = parseJson(body)
    if (parsed === undefined) throw new ApiError('invalid_json')
    if (!isJson(parsed)) throw new ApiError('json_not_object')
    return parsed
  }
  if (type === 'application/x-www-form-urlencoded')
    return { ...query, ...Object.fromEntries(new URLSearchParams(body)) }
  throw new ApiError('invalid_post_type')
}

/** Which token the call carries: in the header, or in the arguments of a form. */
function tokenKind(request: IncomingMessage, args: Json): 'bot' | 'app' {
  const header = request.headers.authorization ?? ''
  const token = header.startsWith('Bearer ') ? header.slice('Bearer '.length) : args.token
  if (typeof token !== 'string' || token === '') throw new ApiError('not_authed')
  if (token === app.botToken) return 'bot'
  if (token === app.appToken) return 'app'
  throw new ApiError('invalid_auth')
}

function refusal(error: ApiError): HttpAnswer {
  const { retryAfter, ...extra } = error.extra
  const body = {
    ok: false,
    error: error.code,
    ...extra,
    ...(error.messages.length > 0 && { response_metadata: { messages: error.messages } }),
  }
  if (retryAfter === undefined) return json(200, body)
  return { ...json(429, body), headers: { 'retry-after': String(retryAfter) } }
}

/** Answers `/api/<method>`: Slack's answer, or its refusal with HTTP 200; 429 when told to wait. */
export function callMethod(slack: LocalSlack, request: IncomingMessage, url: URL, body: string): HttpAnswer {
  try {
    const method = methods.get(url.pathname.slice('/api/'.length))
    if (method === undefined) throw new ApiError('unknown_method')
    const args = argumentsOf(request, url, body)
    if (tokenKind(request, args) !== method.token) throw new ApiError('not_allowed_token_type')
    if (method.scope !== undefined) needScope(method.scope)
    const answer = json(200, { ok: true, ...method.run(args, slack) })
    return { ...answer, headers: { 'x-oauth-scopes': app.scopes.join(',') } }
  } catch (error) {
    if (error instanceof ApiError) return refusal(error)
    throw error
  }
}
