import type { IncomingMessage } from 'node:http'
import type { z } from 'zod'
import {
  CloseModal,
  DeleteMessage,
  type PageResult,
  PressAction,
  SendMessage,
  SubmitModal,
} from '../page-api.ts'
import { ApiError } from './api-error.ts'
import { homeOpened } from './events.ts'
import { parseJson } from './json.ts'
import type { LocalSlack } from './local-slack.ts'
import { remove } from './messages.ts'
import { PageRefusal } from './page-refusal.ts'
import { pageState } from './page-state.ts'
import { press } from './press.ts'
import { say } from './say.ts'
import { close, submit } from './submit.ts'
import { type Member, people } from './team.ts'
import { type HttpAnswer, json } from './web-answer.ts'

type Act = (slack: LocalSlack, user: Member, body: unknown) => Promise<void>

/** An act whose body has this schema; anything else is refused as `invalid_request`. */
function act<T>(
  schema: z.ZodType<T>,
  run: (slack: LocalSlack, user: Member, input: T) => Promise<void> | void,
): Act {
  return async (slack, user, body) => {
    const input = schema.safeParse(body)
    if (!input.success) throw new PageRefusal('invalid_request')
    await run(slack, user, input.data)
  }
}

function takeBack(slack: LocalSlack, user: Member, { channel: id, ts }: DeleteMessage): void {
  const channel = slack.channels.visible(id, user.id)
  if (channel === undefined) throw new PageRefusal('channel_not_found')
  remove(slack, channel, ts, user.id)
}

const acts: ReadonlyMap<string, Act> = new Map([
  ['/page/message', act(SendMessage, say)],
  ['/page/action', act(PressAction, press)],
  ['/page/modal/submit', act(SubmitModal, submit)],
  ['/page/modal/close', act(CloseModal, (slack, user, input) => close(slack, user, input.viewId))],
  ['/page/message/delete', act(DeleteMessage, takeBack)],
  [
    '/page/home/open',
    async (slack, user) =>
      slack.state.change(() => homeOpened(slack, user.id, slack.state.homes.get(user.id))),
  ],
])

function refusal(error: unknown): PageResult {
  if (error instanceof ApiError) return { ok: false, error: error.code }
  if (!(error instanceof PageRefusal)) throw error
  if (error.errors !== undefined) return { ok: false, errors: { ...error.errors } }
  return { ok: false, error: error.code }
}

/** A person of the team by id; the bot acts through its API alone. */
export function actingPerson(id: unknown): Member | undefined {
  return people.find((person) => person.id === id)
}

/** Answers `/page/*` except the stream. */
export async function answerPage(
  slack: LocalSlack,
  request: IncomingMessage,
  path: string,
  body: string,
): Promise<HttpAnswer> {
  const asksState = path === '/page/state' && request.method === 'GET'
  const user = actingPerson(request.headers['x-acting-user'] ?? (asksState ? people[0]?.id : undefined))
  if (user === undefined) return json(403, { ok: false, error: 'unknown_user' })
  if (asksState) return json(200, pageState(slack, user))
  const run = acts.get(path)
  if (run === undefined) return json(404, { ok: false, error: 'not_found' })
  // Only a same-origin page may send JSON without being asked about it first (CORS preflight).
  const isJsonBody = (request.headers['content-type'] ?? '').startsWith('application/json')
  if (request.method !== 'POST' || !isJsonBody) return json(405, { ok: false, error: 'invalid_request' })
  try {
    await run(slack, user, parseJson(body))
    return json(200, { ok: true })
  } catch (error) {
    return json(200, refusal(error))
  }
}
