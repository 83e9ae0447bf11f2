import type { Reply } from '../../application/reply.ts'
import type { Language } from '../../language.ts'
import { modalWords } from './words/modal-words.ts'

type FieldError = NonNullable<Reply['fieldErrors']>[string]

/** What stands below a field that cannot be sent as it is. */
export function fieldErrorText(code: FieldError, language: Language): string {
  return modalWords[language].errors[code]
}
