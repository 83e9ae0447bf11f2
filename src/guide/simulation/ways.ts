import type { Possession, Problem } from '../claim.ts'
import type { Way } from '../way.ts'

/** What a way can rest on: what the person has, and whether the company has log-in by QR code. */
export type Means = Possession | 'qr_login'

/** What a way can do for somebody: end a problem, or give them something. */
export type Gain = Problem | Possession

interface WayFacts {
  /** Without these nobody can walk it; to be sent there then is a mistake of the content. */
  readonly needs: readonly Means[]
  readonly helps: readonly Gain[]
  /** Where it is not certain that it helps: it is expected not to, and nobody has to be offered it. */
  readonly mayHelp?: readonly Gain[]
  /** Nobody may be sent there while they have one of these. */
  readonly never?: readonly Problem[]
}

/** Every way to help oneself, with what it needs and what it is good for; from the mail product's own pages. */
export const ways: Readonly<Record<Way, WayFacts>> = {
  reset_by_text: { needs: ['secure_phone'], helps: ['forgotten'] },
  reset_by_questions: { needs: ['answers'], helps: ['forgotten'] },
  careful_answers: { needs: [], helps: [], mayHelp: ['forgotten', 'second_factor'] },
  scan_code: {
    needs: ['app', 'qr_login'],
    helps: ['forgotten'],
    mayHelp: ['second_factor'],
    never: ['locked'],
  },
  text_code: { needs: ['secure_phone'], helps: ['second_factor'] },
  authenticator_code: { needs: ['authenticator'], helps: ['second_factor'] },
  trusted_device: { needs: ['trusted_device'], helps: ['second_factor'] },
  change_inside: { needs: ['app'], helps: [], mayHelp: ['old_number', 'secure_phone'] },
  change_questions: { needs: ['secure_phone'], helps: ['old_questions'] },
  cut_off_device: { needs: [], helps: ['programs_closed'] },
  wait_for_unlock: { needs: ['programs_closed'], helps: ['locked'] },
  new_picture: { needs: [], helps: ['captcha'] },
  right_address: { needs: [], helps: ['wrong_site'] },
  client_password: { needs: [], helps: ['mail_program'] },
  recognise_log_in: { needs: [], helps: ['log_in_notice'] },
  ask_administrator: { needs: ['second_administrator'], helps: [], mayHelp: ['postmaster_locked_out'] },
  cloud_account: { needs: [], helps: ['postmaster_locked_out'] },
  unlock_somebody: { needs: [], helps: ['somebody_locked'] },
  reset_somebody: { needs: [], helps: ['somebody_forgot'] },
  enable_somebody: { needs: [], helps: ['somebody_frozen'] },
  unbind_somebody: { needs: [], helps: ['somebody_changed_phone'] },
}
