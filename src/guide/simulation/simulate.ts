import { compileGuide } from '../compile.ts'
import type { EscalationReason } from '../content.ts'
import type { Content, ContentIssue } from '../content-set.ts'
import type { Guide, GuideSettings } from '../guide.ts'
import { describeWay, type Finding, type Mistake, mistakeIn, mistakeIssues } from './finding.ts'
import { type Opening, openings } from './openings.ts'
import { everybody, type Person } from './person.ts'
import { play } from './play.ts'
import { type Symptom, symptoms as shippedSymptoms } from './symptoms.ts'
import type { Means } from './ways.ts'

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

/** Everywhere that honesty can take a person who comes in one way, until their first mistake. */
interface Played {
  /** What of their belongings mattered. */
  readonly asked: ReadonlySet<Means>
  readonly person: Person
  readonly findings: readonly Finding[]
  readonly mistake: Mistake | undefined
}

function playOne(content: Content, guide: Guide, person: Person, opening: Opening): Played {
  const asked = new Set<Means>()
  const findings: Finding[] = []
  for (const end of play(guide, person, opening, asked)) {
    const finding = { person, opening, end }
    findings.push(finding)
    const mistake = mistakeIn(content, guide, finding)
    if (mistake !== undefined) return { asked, person, findings, mistake }
  }
  return { asked, person, findings, mistake: undefined }
}

/** Everybody by every way in; who differs from somebody only in what nobody asked them for shares their walks. */
function* playEverybody(content: Content, guide: Guide, persons: readonly Person[]): Generator<Played> {
  const known = new Map<string, Played[]>()
  for (const person of persons) {
    for (const opening of openings(guide, person)) {
      const key = [person.symptom.name, person.language, opening.name].join('|')
      const alike = known.get(key) ?? []
      const same = alike.find((other) =>
        [...other.asked].every((means) => other.person.has.has(means) === person.has.has(means)),
      )
      const played = same ?? playOne(content, guide, person, opening)
      if (same === undefined) known.set(key, [...alike, played])
      yield played
    }
  }
}

class Tally {
  persons = 0
  walks = 0
  alone = 0
  readonly handedOver = new Map<EscalationReason, number>()
  readonly mistakes: Mistake[] = []
  longest: Length = { clicks: 0, way: '' }
  longestSurprised: Length = { clicks: 0, way: '' }
  readonly #measured = new Set<Played>()

  count(played: Played): void {
    const { findings, mistake } = played
    const likeliest = findings[0]?.end
    this.persons += 1
    this.walks += findings.length
    if (likeliest?.kind === 'in') this.alone += 1
    if (likeliest?.kind === 'handed_over') {
      this.handedOver.set(likeliest.reason, (this.handedOver.get(likeliest.reason) ?? 0) + 1)
    }
    if (mistake !== undefined) this.mistakes.push(mistake)
    if (this.#measured.has(played)) return
    this.#measured.add(played)
    for (const finding of findings) this.#measure(finding)
  }

  #measure(finding: Finding): void {
    const { clicks, isSurprised } = finding.end.walk
    const which = isSurprised ? 'longestSurprised' : 'longest'
    if (clicks > this[which].clicks) this[which] = { clicks, way: describeWay(finding) }
  }
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
  for (const company of settings) {
    const guide = compileGuide(content, company)
    const persons = everybody(symptoms, company.qrLogin)
    for (const played of playEverybody(content, guide, persons)) tally.count(played)
  }
  const { persons, walks, alone, handedOver, longest, longestSurprised, mistakes } = tally
  return { persons, walks, alone, handedOver, longest, longestSurprised, issues: mistakeIssues(mistakes) }
}
