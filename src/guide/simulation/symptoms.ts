import type { Circumstance, Possession, Problem } from '../claim.ts'
import type { FlowId } from '../guide.ts'

/** A kind of person who writes to Postern. */
export interface Symptom {
  /** Goes after `somebody who`. */
  readonly name: string
  /** What stands in their way, in the order in which they meet it. */
  readonly problems: readonly Problem[]
  /** Flows that their own words lead to, likeliest first. */
  readonly flows: readonly FlowId[]
  /** What else they can say about it. */
  readonly tells: readonly Circumstance[]
  /** What they must have, or cannot have, for this to happen to them. */
  readonly has: readonly Possession[]
  readonly lacks: readonly Possession[]
  /** They are logged in, so a question about the log-in page is none of theirs. */
  readonly isInside: boolean
}

function who(
  name: string,
  problems: readonly Problem[],
  flows: readonly FlowId[],
  more: Partial<Symptom> = {},
): Symptom {
  return { name, problems, flows, tells: [], has: [], lacks: [], isInside: false, ...more }
}

const forgotten: readonly Symptom[] = [
  who('forgot the password', ['forgotten'], ['forgot_password']),
  who('has nothing left to reset with', ['forgotten'], ['no_recovery_options', 'forgot_password'], {
    lacks: ['secure_phone', 'answers'],
  }),
  who('gets no text for a reset', ['forgotten'], ['sms_code_not_received', 'forgot_password'], {
    tells: ['no_text'],
  }),
  who('forgot password and answers', ['forgotten'], ['security_questions', 'forgot_password'], {
    tells: ['answers_forgotten'],
    lacks: ['answers'],
  }),
  who('has answers refused', ['forgotten'], ['security_questions'], {
    tells: ['answers_refused'],
    lacks: ['answers'],
  }),
  who('wants to reset by questions', ['forgotten'], ['security_questions'], {
    tells: ['wants_answers'],
    has: ['answers'],
  }),
  who('forgot the password and lost the phone', ['forgotten'], ['lost_secure_phone', 'forgot_password'], {
    tells: ['phone_lost', 'phone_gone'],
  }),
  who(
    'forgot the password and has a new number',
    ['forgotten'],
    ['lost_secure_phone', 'sms_code_not_received'],
    { tells: ['new_number', 'phone_gone'], lacks: ['secure_phone'] },
  ),
  who('wants to reset it in the console', ['forgotten'], ['admin_console_access'], {
    tells: ['wants_own_mailbox'],
  }),
  who('wants to scan', ['forgotten'], ['qr_login']),
  who('scans a code that has expired', ['forgotten'], ['qr_expired'], {
    tells: ['code_expired'],
    has: ['app'],
  }),
]

const locked: readonly Symptom[] = [
  who('is locked', ['locked'], ['account_locked']),
  who('is locked by a device out of reach', ['locked'], ['account_locked'], { lacks: ['programs_closed'] }),
  who('is locked and forgot the password', ['locked', 'forgotten'], ['account_locked', 'forgot_password']),
  who('is locked and wants to scan', ['locked'], ['qr_login']),
  who('is locked and wants the console', ['locked'], ['admin_console_access'], {
    tells: ['wants_own_mailbox'],
  }),
]

const secondFactor: readonly Symptom[] = [
  who('has a code by text refused', ['second_factor'], ['two_factor_failure'], {
    tells: ['asked_for_text'],
    has: ['secure_phone'],
  }),
  who('has a code of the authenticator refused', ['second_factor'], ['two_factor_failure'], {
    tells: ['asked_for_authenticator'],
    has: ['authenticator'],
  }),
  who('has answers refused at log-in', ['second_factor'], ['two_factor_failure'], {
    tells: ['asked_for_answers'],
  }),
  who('gets no text at log-in', ['second_factor'], ['sms_code_not_received', 'two_factor_failure'], {
    tells: ['no_text'],
  }),
  who('lost the phone that codes go to', ['second_factor'], ['lost_secure_phone', 'two_factor_failure'], {
    tells: ['phone_lost', 'phone_gone'],
  }),
  who('has a new number', ['second_factor'], ['lost_secure_phone', 'sms_code_not_received'], {
    tells: ['new_number', 'phone_gone'],
    lacks: ['secure_phone'],
  }),
  who('has a new phone without the authenticator', ['second_factor'], ['lost_secure_phone'], {
    tells: ['new_phone', 'phone_gone'],
    has: ['secure_phone'],
    lacks: ['authenticator'],
  }),
]

/** One thing after another. */
const doubled: readonly Symptom[] = [
  who('resets the password and has a code refused', ['forgotten', 'second_factor'], ['forgot_password'], {
    tells: ['asked_for_text'],
    has: ['secure_phone'],
  }),
  who('resets the password without the phone', ['forgotten', 'second_factor'], ['lost_secure_phone'], {
    tells: ['phone_lost', 'phone_gone'],
    lacks: ['secure_phone'],
  }),
  who('scans an expired code and is asked for another', ['forgotten', 'second_factor'], ['qr_expired'], {
    tells: ['code_expired'],
    has: ['app'],
  }),
  who('waits out the lock and has a code refused', ['locked', 'second_factor'], ['account_locked'], {
    tells: ['asked_for_authenticator'],
    has: ['authenticator'],
  }),
  who('is at the wrong site with a wrong password', ['wrong_site', 'forgotten'], ['which_path']),
  who('mistypes the picture and the password', ['captcha', 'forgotten'], ['which_path']),
  who('takes the picture for a code by text', ['captcha', 'second_factor'], ['which_path'], {
    tells: ['asked_for_text'],
    has: ['secure_phone'],
  }),
]

const otherMessages: readonly Symptom[] = [
  who('is frozen', ['frozen'], ['account_locked']),
  who('is at the wrong site', ['wrong_site'], ['which_path']),
  who('mistypes the picture', ['captcha'], ['which_path']),
  who('has a mail program refused', ['mail_program'], ['which_path']),
  who('works where nobody can log in', ['everybody'], ['which_path']),
  who('never had a password', ['first_password'], ['which_path']),
  who('is in and cannot send', ['sending_blocked'], ['which_path']),
  who('has something else', ['something_else'], ['which_path', 'thanks_goodbye', 'case_status']),
  who('has something else and wants the console', ['something_else'], ['admin_console_access'], {
    tells: ['wants_own_mailbox'],
  }),
]

const otherWishes: readonly Symptom[] = [
  who('fears an intruder', ['intruder'], ['account_compromised'], { tells: ['worried'] }),
  who('got a notice of a log-in of their own', ['log_in_notice'], ['account_compromised'], {
    tells: ['worried'],
  }),
  who('wants a person', ['wants_person'], ['talk_to_human']),
  who('has a new number and is logged in', ['old_number'], ['lost_secure_phone'], {
    tells: ['new_number'],
    has: ['app'],
    isInside: true,
  }),
  who('lost the phone and is logged in', ['old_number'], ['lost_secure_phone'], {
    tells: ['phone_lost'],
    has: ['app'],
    lacks: ['secure_phone'],
    isInside: true,
  }),
  who('wants new security questions', ['old_questions'], ['security_questions'], {
    has: ['secure_phone'],
    isInside: true,
  }),
  who('is in again', [], ['thanks_goodbye', 'case_status'], { isInside: true }),
]

const postmasters: readonly Symptom[] = [
  who('is a postmaster, locked out', ['postmaster_locked_out'], ['admin_console_access'], {
    tells: ['postmaster'],
  }),
  ...(['somebody_locked', 'somebody_forgot', 'somebody_frozen', 'somebody_changed_phone'] as const).map(
    (problem) =>
      who(`is a postmaster and helps ${problem}`.replaceAll('_', ' '), [problem], ['admin_console_access'], {
        tells: ['postmaster', 'helps_somebody'],
      }),
  ),
]

/** Everybody who is played. */
export const symptoms: readonly Symptom[] = [
  ...forgotten,
  ...locked,
  ...secondFactor,
  ...doubled,
  ...otherMessages,
  ...otherWishes,
  ...postmasters,
]
