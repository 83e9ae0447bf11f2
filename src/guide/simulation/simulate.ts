import { compileGuide } from '../compile.ts'
import type { EscalationReason } from '../content.ts'
import type { Content, ContentIssue } from '../content-set.ts'
import type { Guide, GuideSettings } from '../guide.ts'
import { describeWay, type Finding, findingIssues, verdict } from './finding.ts'
import { openings } from './openings.ts'
import { everybody, type Person } from './person.ts'
import { play } from './play.ts'
import { type Symptom, symptoms as shippedSymptoms } from './symptoms.ts'

/** A walk's length, and how it went in words. */
interface Length {
  readonly clicks: number
  readonly way: string
}

/** What came of playing everybody. A person counts by their likeliest walk. */
export interface SimulationReport {
  /** Persons, by every way in that they have. */
  readonly persons: number
  readonly walks: number
  /** In again by themselves. */
  readonly alone: number
  readonly handedOver: ReadonlyMap<EscalationReason, number>
  readonly longest: Length
  /** The longest walk on which something unlikely happened. */
  readonly longestSurprised: Length
  readonly issues: readonly ContentIssue[]
}

class Tally {
  persons = 0
  walks = 0
  alone = 0
  readonly handedOver = new Map<EscalationReason, number>()
  longest: Length = { clicks: 0, way: '' }
  longestSurprised: Length = { clicks: 0, way: '' }

  /** A person's likeliest walk. */
  countPerson({ end }: Finding): void {
    this.persons += 1
    if (end.kind === 'in') this.alone += 1
    if (end.kind === 'handed_over') {
      this.handedOver.set(end.reason, (this.handedOver.get(end.reason) ?? 0) + 1)
    }
  }

  countWalk(finding: Finding): void {
    this.walks += 1
    const { clicks, isSurprised } = finding.end.walk
    const which = isSurprised ? 'longestSurprised' : 'longest'
    if (clicks > this[which].clicks) this[which] = { clicks, way: describeWay(finding) }
  }
}

/** Plays everybody by every way in, until their first mistake; returns the mistakes. */
function playEverybody(guide: Guide, persons: readonly Person[], tally: Tally): Finding[] {
  const wrong: Finding[] = []
  for (const person of persons) {
    for (const opening of openings(guide, person)) {
      let isFirst = true
      for (const end of play(guide, person, opening)) {
        const finding = { person, opening, end }
        if (isFirst) tally.countPerson(finding)
        isFirst = false
        tally.countWalk(finding)
        if (verdict(end) === undefined) continue
        wrong.push(finding)
        break
      }
    }
  }
  return wrong
}

/**
 * Plays every kind of person against the content under each of `settings`, by the transitions that run in Slack, and
 * reports how they fare and every mistake they met. The content must compile.
 */
export function simulate(
  content: Content,
  settings: readonly GuideSettings[],
  symptoms: readonly Symptom[] = shippedSymptoms,
): SimulationReport {
  const tally = new Tally()
  const issues = settings.flatMap((each) => {
    const guide = compileGuide(content, each)
    const wrong = playEverybody(guide, everybody(symptoms, each.qrLogin), tally)
    return findingIssues(content, guide, wrong)
  })
  const { persons, walks, alone, handedOver, longest, longestSurprised } = tally
  return { persons, walks, alone, handedOver, longest, longestSurprised, issues }
}
