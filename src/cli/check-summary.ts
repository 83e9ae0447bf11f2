import type { Content } from '../guide/content-set.ts'
import { contentTexts } from '../guide/content-texts.ts'
import type { SimulationReport } from '../guide/simulation/simulate.ts'
import { Language } from '../language.ts'
import { type CheckedContent, isError } from './check-content.ts'

const number = (count: number): string => count.toLocaleString('en')

const counted = (count: number, one: string): string => `${number(count)} ${one}${count === 1 ? '' : 's'}`

const share = (part: number, of: number): string => `${((100 * part) / of).toFixed(1)} %`

function contentLine(content: Content, views: number): string {
  const nodes = [...content.files.values()].flatMap((file) => Object.keys(file.flow?.nodes ?? {}))
  const texts = [...(content.documents ?? content.files).values()].flatMap(contentTexts)
  return [
    counted(content.files.size, 'file'),
    counted(nodes.length, 'node'),
    counted(texts.length, 'text'),
    `${counted(views, 'rendered view')} in ${Language.options.length} languages`,
  ].join(', ')
}

function playedLines(report: SimulationReport): string[] {
  const { persons, walks, alone, handedOver, longest, longestSurprised } = report
  const reasons = [...handedOver].sort(([, a], [, b]) => b - a)
  const withPostmaster = reasons.reduce((sum, [, count]) => sum + count, 0)
  const why = reasons.map(([reason, count]) => `${reason.replaceAll('_', ' ')} ${share(count, persons)}`)
  return [
    `${counted(persons, 'person')} played on ${counted(walks, 'walk')}: ${share(alone, persons)} in by themselves, ` +
      `${share(withPostmaster, persons)} with a postmaster (${why.join(', ')})`,
    `longest walk ${counted(longest.clicks, 'click')}: ${longest.way}`,
    `longest where something goes wrong on the way, ${counted(longestSurprised.clicks, 'click')}: ${longestSurprised.way}`,
  ]
}

/** What was checked, and with what result, in a few lines. */
export function checkSummary(content: Content, { issues, views, simulation }: CheckedContent): string {
  const errors = issues.filter(isError).length
  return [
    contentLine(content, views),
    ...(simulation === undefined
      ? ['nobody played: the mistakes above come first']
      : playedLines(simulation)),
    `${counted(errors, 'error')}, ${counted(issues.length - errors, 'warning')}`,
  ].join('\n')
}
