import type { z } from 'zod'
import { PosternError } from '../application/errors.ts'

/** A JSON column read through its schema; one that does not fit is a fault of ours. */
export function parseJson<S extends z.ZodType>(schema: S, text: string): z.output<S> {
  try {
    return schema.parse(JSON.parse(text))
  } catch (cause) {
    throw new PosternError('internal', { cause })
  }
}
