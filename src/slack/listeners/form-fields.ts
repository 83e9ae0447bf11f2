import type { z } from 'zod'
import { PosternError } from '../../application/errors.ts'
import type { Delivery } from '../receiver/delivery.ts'
import { fieldErrorText } from '../views/field-error.ts'

/** The inputs of a form, as they came. */
export interface Fields {
  readonly delivery: Delivery
  readonly fields: Readonly<Record<string, string>>
}

/** The inputs as `schema` wants them; or the form stays open, and says which are missing. */
export function checked<T>(schema: z.ZodType<T>, form: Fields): T | undefined {
  const result = schema.safeParse(form.fields)
  if (result.success) return result.data
  const text = fieldErrorText('missing', form.delivery.language)
  const names = result.error.issues.map(({ path }) => String(path[0]))
  const shown = names.filter((name) => name in form.fields)
  // a form of an older release may lack the very field; Slack shows an error under none that is not there
  if (shown.length === 0) throw new PosternError('payload_malformed', { cause: result.error })
  const errors = Object.fromEntries(shown.map((name) => [name, text]))
  form.delivery.answer({ response_action: 'errors', errors })
  return undefined
}
