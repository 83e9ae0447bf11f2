import type { Problem } from '../claim.ts'
import type { EscalationReason } from '../content.ts'
import type { GuideEvent } from '../events.ts'
import type { Guide, Place, PlacedChoice } from '../guide.ts'
import type { Session } from '../session.ts'
import { beginSession, transition } from '../transition.ts'
import type { Way } from '../way.ts'
import type { Opening } from './openings.ts'
import type { Person } from './person.ts'
import { type Standing, standingOf } from './standing.ts'
import type { Means } from './ways.ts'

/** Somebody on their way through the guide. */
export interface Walk {
  readonly session: Session
  readonly standing: Standing
  /** Ways that a card has led through. */
  readonly offered: ReadonlySet<Way>
  /** Answers given since the standing last changed. */
  readonly answered: ReadonlySet<PlacedChoice>
  readonly clicks: number
  /** Something unlikely has happened: a good way failed, a doubtful one helped, or they followed a whim. */
  readonly isSurprised: boolean
}

/** How a walk ends: the first two are as it should be. */
export type End = { readonly walk: Walk; readonly place: Place } & (
  | { readonly kind: 'in' }
  | { readonly kind: 'handed_over'; readonly reason: EscalationReason }
  /** Nothing on the card is true of them. */
  | { readonly kind: 'stuck' }
  | { readonly kind: 'too_long' }
  /** Sent to instructions that they lack something for, or that a problem of theirs forbids. */
  | { readonly kind: 'cannot'; readonly way: Way; readonly obstacle: string }
  /** Handed over, though a way that works was never shown. */
  | { readonly kind: 'passed_over'; readonly way: Way }
  /** Told that all is well, though it is not. */
  | { readonly kind: 'dismissed'; readonly problem: Problem }
)

/** The simulation has no clock: a reminder comes as soon as it is asked for. */
const now = 0

const nowhere: Place = { flow: '', node: '' }

const isPress = (event: GuideEvent): boolean =>
  ['picked', 'chose', 'remind', 'handed_over'].includes(event.type)

/** The walk after some events, each through the very transition that runs in Slack. */
export function after(guide: Guide, walk: Walk, events: readonly GuideEvent[]): Walk {
  return {
    ...walk,
    session: events.reduce((session, event) => transition(guide, session, event, now).session, walk.session),
    clicks: walk.clicks + events.filter(isPress).length,
  }
}

/** Where the person is, or was last. */
export function placeOf({ session: { screen, path } }: Walk): Place {
  const { flow, node } =
    screen.kind === 'node' ? screen : (screen.kind === 'ended' && screen.place) || path.at(-1) || nowhere
  return { flow, node }
}

export function pressed(guide: Guide, walk: Walk, choice: PlacedChoice): Walk {
  const answered = new Set([...walk.answered, choice])
  return after(guide, { ...walk, answered }, [{ type: 'chose', choice: choice.id }])
}

export function begun(guide: Guide, person: Person, opening: Opening, asked: Set<Means>): Walk {
  const { language } = person
  const walk: Walk = {
    session: beginSession({ id: 's', team: 't', user: 'u', card: 'c', guide: guide.version, language, now }),
    standing: standingOf(person, asked),
    offered: new Set(),
    answered: new Set(),
    clicks: 0,
    isSurprised: false,
  }
  return after(guide, walk, opening.events)
}
