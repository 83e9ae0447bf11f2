import { compileGuide } from '../guide/compile.ts'
import type { Content, ContentIssue } from '../guide/content-set.ts'
import type { Guide, GuideSettings } from '../guide/guide.ts'
import { lintContent, sortIssues } from '../guide/lint.ts'
import { type SimulationReport, simulate } from '../guide/simulation/simulate.ts'
import { TrainingLabel } from '../intent/intent-id.ts'
import { defaultSettings } from './default-settings.ts'
import { renderGuide } from './render-guide.ts'

export const isError = (issue: ContentIssue): boolean => issue.severity === 'error'

export interface CheckedContent {
  readonly issues: readonly ContentIssue[]
  /** How many views Slack would be sent; 0 where mistakes keep the content from being compiled. */
  readonly views: number
  /** Undefined where other mistakes come first, or nobody was to be played. */
  readonly simulation: SimulationReport | undefined
}

/** The guide; undefined where mistakes keep the content from being compiled, for the lint names those. */
function compiled(content: Content, settings: GuideSettings): Guide | undefined {
  try {
    return compileGuide(content, settings)
  } catch {
    return undefined
  }
}

/** Everything that is wrong with the content, with QR log-in on and off: its texts, its views, and how people fare with it, unless it is checked alone. */
export function checkContent(content: Content, how: 'with people' | 'alone' = 'with people'): CheckedContent {
  const companies = [defaultSettings(true), defaultSettings(false)]
  const linted = companies.flatMap((settings) => lintContent(content, settings, TrainingLabel.options))
  const rendered = companies.flatMap((settings) => {
    const guide = compiled(content, settings)
    return guide === undefined ? [] : [renderGuide(guide, settings.supportContact)]
  })
  const simulation = how === 'alone' || linted.some(isError) ? undefined : simulate(content, companies)
  return {
    issues: sortIssues([
      ...linted,
      ...rendered.flatMap(({ issues }) => issues),
      ...(simulation?.issues ?? []),
    ]),
    views: rendered[0]?.views ?? 0,
    simulation,
  }
}
