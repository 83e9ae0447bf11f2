import type { Language } from '../../language.ts'
import type { Reader } from './view-context.ts'

const locales = { en: 'en-GB', zh: 'zh-CN' } as const satisfies Record<Language, string>

function format(at: number, reader: Reader, options: Intl.DateTimeFormatOptions): string | undefined {
  if (reader.timeZone === undefined) return undefined
  try {
    const how = { hourCycle: 'h23', timeZone: reader.timeZone, ...options } as const
    return new Intl.DateTimeFormat(locales[reader.language], how).format(at)
  } catch {
    return undefined
  }
}

/**
 * The time on the reader's own clock, such as 15:40, with the weekday where it is another day than `since`.
 * Undefined where the reader's time zone is not known. Both are ms since epoch.
 */
export function localTime(at: number, since: number, reader: Reader): string | undefined {
  const day = (moment: number): string | undefined => format(moment, reader, { dateStyle: 'short' })
  const sameDay = day(at) === day(since)
  return format(at, reader, {
    hour: '2-digit',
    minute: '2-digit',
    ...(sameDay ? {} : { weekday: 'short' }),
  })
}

const dayMs = 24 * 3_600_000

/**
 * As `localTime`, for what may be days ahead: such as “Monday 09:00”, with the date where that is not within six days.
 * On the same day it is the time alone.
 */
export function localDay(
  at: number,
  since: number,
  reader: Reader,
): { readonly text: string; readonly isSameDay: boolean } | undefined {
  const day = (moment: number): string | undefined => format(moment, reader, { dateStyle: 'short' })
  const isSameDay = day(at) === day(since)
  const date = at - since < 6 * dayMs ? {} : ({ day: 'numeric', month: 'long' } as const)
  const text = format(at, reader, {
    hour: '2-digit',
    minute: '2-digit',
    ...(isSameDay ? {} : { weekday: 'long', ...date }),
  })
  // Chinese dates run into the time behind them.
  return text === undefined
    ? undefined
    : { text: text.replace(/(?<=\p{Script=Han})(?=\d\d:)/u, ' '), isSameDay }
}

/** The time and the zone of somebody else, such as "15:12 China Time". */
export function localTimeAndZone(at: number, reader: Reader): string | undefined {
  return format(at, reader, { hour: '2-digit', minute: '2-digit', timeZoneName: 'longGeneric' })
}
