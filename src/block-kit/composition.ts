import { z } from 'zod'
import { limits } from './limits.ts'

/** A string of 1 to `max` characters. */
export function filled(max: number): z.ZodString {
  return z.string().min(1, 'must not be empty').max(max, `must be at most ${max} characters`)
}

/** A list of 1 to `max` items. */
export function some<T extends z.ZodType>(item: T, max: number): z.ZodArray<T> {
  return z.array(item).min(1, 'must not be empty').max(max, `must have at most ${max} items`)
}

export const Id = filled(limits.id)

export function plainText(max: number) {
  return z.strictObject({
    type: z.literal('plain_text', 'must be plain_text'),
    text: filled(max),
    emoji: z.boolean().optional(),
  })
}

function mrkdwn(max: number) {
  return z.strictObject({
    type: z.literal('mrkdwn'),
    text: filled(max),
    verbatim: z.boolean().optional(),
  })
}

export function anyText(max: number) {
  return z.discriminatedUnion('type', [plainText(max), mrkdwn(max)], 'must be plain_text or mrkdwn')
}

export const Style = z.enum(['primary', 'danger'], 'must be primary or danger')

export const Confirm = z.strictObject({
  title: plainText(limits.confirm.title),
  text: anyText(limits.confirm.text),
  confirm: plainText(limits.confirm.button),
  deny: plainText(limits.confirm.button),
  style: Style.optional(),
})

const option = {
  value: filled(limits.option.value),
  description: plainText(limits.option.description).optional(),
}

/** An option of a select or an overflow menu. */
export const PlainOption = z.strictObject({ text: plainText(limits.option.text), ...option })

/** An option of radio buttons or checkboxes. */
export const RichOption = z.strictObject({
  text: anyText(limits.option.text),
  value: option.value,
  description: anyText(limits.option.description).optional(),
})
