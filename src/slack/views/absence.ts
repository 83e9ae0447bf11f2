import type { Absence } from '../../desk/absence.ts'
import { escapeMrkdwn } from './escape.ts'
import { localDay } from './local-time.ts'
import { type Inline, moment, plain } from './rich-text.ts'
import type { Reader } from './view-context.ts'
import { absenceWords } from './words/absence-words.ts'

/** When it ends: on the reader's clock where their time zone is known, else as Slack shows it to them. */
function back(until: number, since: number, reader: Reader): Inline[] {
  const words = absenceWords[reader.language]
  const local = localDay(until, since, reader)
  if (local === undefined) return moment(until, '{date_short_pretty} {time}')
  return plain(local.isSameDay ? words.today(local.text) : words.day(local.text))
}

/** The honest sentence to whoever waits while no postmaster is at work; nothing while they are. */
export function absenceLine(absence: Absence | undefined, reader: Reader): Inline[] {
  const words = absenceWords[reader.language]
  if (absence === undefined) return []
  if (absence.kind === 'alerted') return plain(words.alerted)
  const { until, since } = absence
  if (until === undefined) return plain(words.away)
  const [before, after] = words.back
  return [...plain(before), ...back(until, since, reader), ...plain(after)]
}

/** As `absenceLine`, in mrkdwn. */
export function absenceText(absence: Absence | undefined, reader: Reader): string {
  return absenceLine(absence, reader)
    .map((inline) => {
      if (inline.type === 'text') return escapeMrkdwn(inline.text)
      return inline.type === 'date'
        ? `<!date^${inline.timestamp}^${inline.format}|${inline.fallback ?? ''}>`
        : ''
    })
    .join('')
}
