import { z } from 'zod'

/** What a person may still have, and log in or prove themselves with. */
export const Possession = z.enum([
  /** The secure phone gets text messages. */
  'secure_phone',
  /** They know the answers to the security questions. */
  'answers',
  /** They are logged in to the Alibaba Mail app. */
  'app',
  'authenticator',
  /** A device, or a place such as the office, where no second proof is asked for. */
  'trusted_device',
  /** Another administrator can be asked. */
  'second_administrator',
  /** Nothing keeps trying the old password. */
  'programs_closed',
])
export type Possession = z.infer<typeof Possession>

/** What stands between a person and what they came for; what the log-in page says, if they are locked out. */
export const Problem = z.enum([
  'forgotten',
  'locked',
  /** The page wants a second proof, and that fails. */
  'second_factor',
  'frozen',
  'wrong_site',
  'captcha',
  'mail_program',
  'everybody',
  'first_password',
  'sending_blocked',
  'intruder',
  'log_in_notice',
  'old_number',
  'old_questions',
  'postmaster_locked_out',
  'somebody_locked',
  'somebody_forgot',
  'somebody_frozen',
  'somebody_changed_phone',
  'wants_person',
  'something_else',
])
export type Problem = z.infer<typeof Problem>

/** What else a person can say about their situation; it stays true whatever happens. */
export const Circumstance = z.enum([
  'asked_for_text',
  'asked_for_authenticator',
  'asked_for_answers',
  'no_text',
  'phone_lost',
  'phone_gone',
  'new_phone',
  'new_number',
  'answers_forgotten',
  'answers_refused',
  'wants_answers',
  'code_expired',
  'wants_own_mailbox',
  'worried',
  'postmaster',
  'helps_somebody',
])
export type Circumstance = z.infer<typeof Circumstance>

/** How it went, and what anybody might press. */
const Outcome = z.enum([
  /** The way of this card has done what it is for. */
  'worked',
  /** Nothing stands in the way any more. */
  'in',
  /** Not a fact but a wish or a doubt ("I can't wait", "I'm not sure"): nobody has to press it, anybody may. */
  'anyone',
])

const unknownWord = ({ input }: { input?: unknown }): string =>
  `${JSON.stringify(input)} is no word for this; docs/authoring.md lists them`

/** Something that is true of whoever honestly presses a choice, or reads a message of the log-in page. */
export const Claim = z.enum(
  [...Possession.options, ...Problem.options, ...Circumstance.options, ...Outcome.options],
  { error: unknownWord },
)
export type Claim = z.infer<typeof Claim>

/** One claim, or several that all have to hold. */
export const Claims = z.preprocess(
  (said) => (typeof said === 'string' ? [said] : said),
  z.array(Claim).min(1),
)
