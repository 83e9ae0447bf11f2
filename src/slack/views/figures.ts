import type { KnownBlock, RichTextBlock, TableBlock } from '@slack/types'
import { type Durations, type Figures, isEnough, type Share } from '../../application/figures.ts'
import { type Language, localise } from '../../language.ts'
import { context } from './blocks.ts'
import { cut, visible } from './escape.ts'
import { reasonText } from './reason-text.ts'
import { bold, paragraph, plain, richText } from './rich-text.ts'
import type { ViewContext } from './view-context.ts'
import { deskWords } from './words/desk-words.ts'

type Words = (typeof deskWords)[Language]['figures']
type Row = readonly [what: string, result: string, count: number]

const longestPath = 60
const mostPaths = 40

function percent({ part, of }: Share, words: Words): string {
  return isEnough(of) ? words.percent(Math.round((100 * part) / of)) : words.few
}

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** In two units at most: 2 days 3 h, 1 h 5 min, 12 min. */
function duration(ms: number, words: Words): string {
  if (ms < minuteMs) return words.lessThanMinute
  const days = Math.floor(ms / dayMs)
  const hours = Math.floor((ms % dayMs) / hourMs)
  const minutes = days > 0 ? 0 : Math.floor((ms % hourMs) / minuteMs)
  const units = [
    days === 0 ? '' : words.days(days),
    hours === 0 ? '' : words.hours(hours),
    minutes === 0 ? '' : words.minutes(minutes),
  ]
  return units.filter((unit) => unit !== '').join(' ')
}

function times(what: string, { count, median, p90 }: Durations, words: Words): Row[] {
  const of = (ms: number): string => (isEnough(count) ? duration(ms, words) : words.few)
  return [
    [words.median(what), of(median), count],
    [words.p90(what), of(p90), count],
  ]
}

/** Each path of which there is something to say, and all others together. */
function paths({ byPath }: Figures, words: Words, language: Language, { guide }: ViewContext): Row[] {
  const told = byPath.filter(({ share }) => isEnough(share.of)).slice(0, mostPaths)
  const rest = byPath.filter((each) => !told.includes(each))
  const nameOf = (flow: string | undefined): string => {
    const title = flow === undefined ? undefined : guide.flows.get(flow)?.title
    return title === undefined ? (flow ?? words.onMenu) : localise(title, language)
  }
  const rows = told.map(
    ({ flow, share }): Row => [
      `– ${cut(visible(nameOf(flow)), longestPath)}`,
      percent(share, words),
      share.of,
    ],
  )
  if (rest.length === 0) return rows
  const of = rest.reduce((sum, { share }) => sum + share.of, 0)
  return [...rows, [`– ${words.otherPaths(rest.length)}`, words.few, of]]
}

function rowsOf(figures: Figures, language: Language, views: ViewContext): Row[] {
  const words = deskWords[language].figures
  const { selfService, toClaim, toClose, tickets, deadEnds, outOfScope } = figures
  return [
    [words.selfService, percent(selfService, words), selfService.of],
    ...paths(figures, words, language, views),
    ...times(words.toClaim, toClaim, words),
    ...times(words.toClose, toClose, words),
    [words.deadEnds, String(tickets), tickets],
    ...deadEnds.map(
      ({ reason, count }): Row => [`– ${reasonText(reason, language)}`, String(count), tickets],
    ),
    [words.outOfScope, percent(outOfScope, words), outOfScope.of],
  ]
}

/** Rich text, for Slack has failed on `raw_text` (github.com/soxtoby/SlackNet/issues/246). */
function cell(text: string, isHead: boolean): RichTextBlock[] {
  return richText(paragraph(isHead ? bold(text) : plain(text)))
}

/** The figures of the last days, in one table. */
export function figuresBlocks(
  figures: Figures,
  days: number,
  language: Language,
  views: ViewContext,
): KnownBlock[] {
  const words = deskWords[language].figures
  const table: TableBlock = {
    type: 'table',
    column_settings: [{ is_wrapped: true }, { align: 'right' }, { align: 'right' }],
    rows: [
      words.head.flatMap((text) => cell(text, true)),
      ...rowsOf(figures, language, views).map((row) => row.flatMap((text) => cell(String(text), false))),
    ],
  }
  return [...richText(paragraph(bold(words.title(days)))), table, context(words.note)]
}
