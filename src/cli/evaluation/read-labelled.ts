import { z } from 'zod'
import { detectLanguage } from '../../intent/detect-language.ts'
import type { Labelled } from '../../intent/evaluation/measure.ts'
import { TrainingLabel } from '../../intent/intent-id.ts'
import { Language } from '../../language.ts'

/** Input that cannot be used; the message says where and why. */
export class DataProblem extends Error {}

const Row = z.object(
  {
    text: z.string('needs a "text" that is a string'),
    intent: TrainingLabel,
    lang: Language.optional(),
    also: z.array(TrainingLabel).optional(),
  },
  'must be an object such as {"text": …, "intent": …}',
)

function readRow(line: string, number: number): Labelled {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    throw new DataProblem(`Line ${number} is not JSON such as {"text": …, "intent": …}.`)
  }
  const parsed = Row.safeParse(value)
  if (!parsed.success) throw new DataProblem(`Line ${number} is not right: ${firstIssue(parsed.error)}`)
  const { text, intent, lang, also } = parsed.data
  return { text, intent, language: lang ?? detectLanguage(text) ?? 'en', also: also ?? [] }
}

/** Where in the value the first mistake is, and what it is. */
export function firstIssue(error: z.ZodError): string {
  const [issue] = error.issues
  if (issue === undefined) return 'not understood.'
  const where = issue.path.map(String).join('.')
  return `${where === '' ? '' : `${where}: `}${issue.message}.`
}

/** Messages of a JSON Lines text, one `{text, intent[, lang][, also]}` a line; blank lines are skipped. Throws a DataProblem that names the line. */
export function readLabelled(text: string): readonly Labelled[] {
  const rows = text.split('\n').flatMap((line, at) => (line.trim() === '' ? [] : [readRow(line, at + 1)]))
  if (rows.length === 0) throw new DataProblem('The file has no rows.')
  return rows
}
