import { z } from 'zod'

/** A way to help oneself, which the instructions of a node lead through. What each needs and cures: `simulation/ways.ts`. */
export const Way = z.enum([
  'reset_by_text',
  'reset_by_questions',
  'careful_answers',
  'scan_code',
  'text_code',
  'authenticator_code',
  'trusted_device',
  'change_inside',
  'change_questions',
  'cut_off_device',
  'wait_for_unlock',
  'new_picture',
  'right_address',
  'client_password',
  'recognise_log_in',
  'ask_administrator',
  'cloud_account',
  'unlock_somebody',
  'reset_somebody',
  'enable_somebody',
  'unbind_somebody',
])
export type Way = z.infer<typeof Way>
