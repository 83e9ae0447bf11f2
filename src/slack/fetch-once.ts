import type { FetchFunction } from '@slack/web-api'
import { z } from 'zod'

/** A request that got no answer, and the code of why: `timeout`, a code of Node's in lower case, or `connection_lost`. */
export class Unanswered extends Error {
  readonly code: string
  constructor(code: string) {
    super(code)
    this.name = 'Unanswered'
    this.code = code
  }
}

const Failed = z.object({
  name: z.string().optional(),
  code: z.union([z.string(), z.number()]).optional(),
  cause: z.unknown().optional(),
})

function codeOf(error: unknown): string {
  const { data } = Failed.safeParse(error)
  if (data === undefined) return 'connection_lost'
  if (data.name === 'TimeoutError') return 'timeout'
  if (typeof data.code === 'string' && /^[A-Z][A-Z0-9_]+$/.test(data.code)) return data.code.toLowerCase()
  return codeOf(data.cause)
}

/** `fetch`, whose failures say how far the request came. */
export const fetchOnce: FetchFunction = async (url, init) => {
  try {
    return await fetch(url, init)
  } catch (error) {
    throw new Unanswered(codeOf(error))
  }
}
