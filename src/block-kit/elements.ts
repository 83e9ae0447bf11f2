import { z } from 'zod'
import {
  anyText,
  Confirm,
  filled,
  Id,
  PlainOption,
  plainText,
  RichOption,
  Style,
  some,
} from './composition.ts'
import { limits } from './limits.ts'

const acts = { action_id: Id, confirm: Confirm.optional() }
const focuses = { focus_on_load: z.boolean().optional() }
const holdsPlace = { placeholder: plainText(limits.placeholder).optional() }
const address = z.string().max(limits.button.url).refine(URL.canParse, 'must be an address')

const Button = z.strictObject({
  type: z.literal('button'),
  text: plainText(limits.button.text),
  ...acts,
  value: z.string().max(limits.button.value, `must be at most ${limits.button.value} characters`).optional(),
  url: address.optional(),
  style: Style.optional(),
  accessibility_label: filled(limits.button.accessibilityLabel).optional(),
})

interface Choices {
  readonly options?: readonly { readonly value: string }[] | undefined
  readonly initial_option?: { readonly value: string } | undefined
  readonly initial_options?: readonly { readonly value: string }[] | undefined
}

/** Slack wants option values unlike each other, and what is chosen at first to be one of the options exactly. */
function checkChoices(element: Choices, context: z.RefinementCtx): void {
  const options = element.options ?? []
  const known = new Set(options.map((option) => JSON.stringify(option)))
  if (new Set(options.map((option) => option.value)).size < options.length) {
    context.addIssue({ code: 'custom', path: ['options'], message: 'must have values unlike each other' })
  }
  const first = [
    ...(element.initial_option ? [element.initial_option] : []),
    ...(element.initial_options ?? []),
  ]
  if (first.some((option) => !known.has(JSON.stringify(option)))) {
    const path = [element.initial_option ? 'initial_option' : 'initial_options']
    context.addIssue({ code: 'custom', path, message: 'must be one of the options' })
  }
}

const StaticSelect = z
  .strictObject({
    type: z.literal('static_select'),
    ...acts,
    ...focuses,
    ...holdsPlace,
    options: some(PlainOption, limits.options.select),
    initial_option: PlainOption.optional(),
  })
  .superRefine(checkChoices)

const UsersSelect = z.strictObject({
  type: z.literal('users_select'),
  ...acts,
  ...focuses,
  ...holdsPlace,
  initial_user: z.string().optional(),
})

const RadioButtons = z
  .strictObject({
    type: z.literal('radio_buttons'),
    ...acts,
    ...focuses,
    options: some(RichOption, limits.options.radio),
    initial_option: RichOption.optional(),
  })
  .superRefine(checkChoices)

const Checkboxes = z
  .strictObject({
    type: z.literal('checkboxes'),
    ...acts,
    ...focuses,
    options: some(RichOption, limits.options.checkboxes),
    initial_options: some(RichOption, limits.options.checkboxes).optional(),
  })
  .superRefine(checkChoices)

const Overflow = z
  .strictObject({
    type: z.literal('overflow'),
    ...acts,
    options: some(PlainOption, limits.options.overflow),
  })
  .superRefine(checkChoices)

const inputLength = z.int().max(limits.plainTextInput, `must be at most ${limits.plainTextInput}`)

const PlainTextInput = z
  .strictObject({
    type: z.literal('plain_text_input'),
    action_id: Id,
    ...focuses,
    ...holdsPlace,
    initial_value: z.string().optional(),
    multiline: z.boolean().optional(),
    min_length: inputLength.min(0).optional(),
    max_length: inputLength.min(1).optional(),
  })
  .refine((input) => (input.initial_value ?? '').length <= (input.max_length ?? limits.plainTextInput), {
    path: ['initial_value'],
    message: 'must be at most max_length characters',
  })

const EmailInput = z.strictObject({
  type: z.literal('email_text_input'),
  action_id: Id,
  ...focuses,
  ...holdsPlace,
  initial_value: z.string().optional(),
})

const ImageElement = z.strictObject({
  type: z.literal('image'),
  image_url: z.string().max(limits.image.url).refine(URL.canParse, 'must be an address'),
  alt_text: filled(limits.image.altText),
})

const pressed = [Button, StaticSelect, UsersSelect, RadioButtons, Checkboxes, Overflow] as const

export const ActionsElement = z.discriminatedUnion('type', pressed, 'is no element of an actions block')

export const Accessory = z.discriminatedUnion(
  'type',
  [...pressed, ImageElement],
  'is no accessory of a section block',
)

export const ContextElement = z.discriminatedUnion(
  'type',
  [ImageElement, ...anyText(limits.text).options],
  'is no element of a context block',
)

export const InputElement = z.discriminatedUnion(
  'type',
  [PlainTextInput, EmailInput, StaticSelect, UsersSelect, RadioButtons, Checkboxes],
  'is no element of an input block',
)
