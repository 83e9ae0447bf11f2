import { z } from 'zod'

/** The closed list of things a person can want; each is a file in `intents/`. */
export const IntentId = z.enum([
  'forgot_password',
  'account_locked',
  'two_factor_failure',
  'sms_code_not_received',
  'security_questions',
  'lost_secure_phone',
  'no_recovery_options',
  'qr_login',
  'qr_expired',
  'admin_console_access',
  'talk_to_human',
  'which_path',
  'case_status',
  'account_compromised',
  'greeting',
  'thanks_goodbye',
])
export type IntentId = z.infer<typeof IntentId>

/** What a training example can be labelled with: an intent, or that it is none of them. */
export const TrainingLabel = z.enum([...IntentId.options, 'out_of_scope'])
export type TrainingLabel = z.infer<typeof TrainingLabel>
