import type { Schedule } from './schedule.ts'
import { type HttpAnswer, json, plain } from './web-answer.ts'

/** What may go wrong with one call of the Web API; `done` says whether Slack carried the call out all the same. */
export type Fault =
  | { readonly kind: 'rate_limited'; readonly seconds: number }
  | { readonly kind: 'error'; readonly code: string; readonly done: boolean }
  | { readonly kind: 'server_error'; readonly done: boolean }
  | { readonly kind: 'reset'; readonly done: boolean }
  | { readonly kind: 'slow'; readonly ms: number }

/** Faults that are asked for, by method, each for one call, in order. */
export class Faults {
  readonly #waiting = new Map<string, Fault[]>()

  add(method: string, fault: Fault): void {
    this.#waiting.set(method, [...(this.#waiting.get(method) ?? []), fault])
  }

  take(method: string): Fault | undefined {
    return this.#waiting.get(method)?.shift()
  }
}

/** Makes a call with the fault; `reset` means the connection ends without an answer. */
export async function suffer(
  fault: Fault | undefined,
  schedule: Schedule,
  call: () => HttpAnswer,
): Promise<HttpAnswer | 'reset'> {
  if (fault === undefined) return call()
  if ('done' in fault && fault.done) call()
  switch (fault.kind) {
    case 'rate_limited': {
      const answer = json(429, { ok: false, error: 'ratelimited' })
      return { ...answer, headers: { 'retry-after': String(fault.seconds) } }
    }
    case 'error':
      return json(200, { ok: false, error: fault.code })
    case 'server_error':
      return plain(500, 'Internal Server Error')
    case 'reset':
      return 'reset'
    case 'slow':
      await new Promise<void>((resolve) => schedule(fault.ms, resolve))
      return call()
  }
}
