import type { Claim } from '../claim.ts'
import type { Guide, GuideNode, Place, PlacedChoice } from '../guide.ts'
import { nodeAt } from '../place.ts'
import type { Way } from '../way.ts'
import { isPossession, isTrue } from './standing.ts'
import type { Walk } from './walk.ts'

interface HonestChoices {
  /** What is true of the person, as far as nothing truer is there; of equal weight, all. */
  readonly honest: readonly PlacedChoice[]
  /** What anybody might press instead. */
  readonly whims: readonly PlacedChoice[]
}

/** What happened, or what the page says, comes before what one has, and that before a choice that says nothing. */
function weight(says: readonly Claim[]): number {
  return Math.max(0, ...says.map((claim) => (isPossession(claim) ? 1 : 2)))
}

/** The way that a place leads through, at once or after a question that only makes sure. */
function wayAt(guide: Guide, place: Place): Way | undefined {
  const node = nodeAt(guide, place)
  if (node?.kind !== 'ask') return node !== undefined && 'way' in node ? node.way : undefined
  if (node.way !== undefined) return node.way
  const next = nodeAt(guide, node.choices.find(({ says }) => says === undefined)?.to ?? place)
  return next?.kind === 'steps' ? next.way : undefined
}

/** Whether a choice offers, once more, something that has not helped. */
function isInVain(guide: Guide, { standing }: Walk, { says = [], to }: PlacedChoice): boolean {
  if (standing.inVain.size === 0 || says.length === 0 || says.includes('anyone')) return false
  const way = wayAt(guide, to)
  return way !== undefined && standing.inVain.has(way)
}

/**
 * What an honest person may press at a node. A choice that says nothing is for whoever finds nothing truer, and on a
 * hand-over for nobody, as there is the form. Nobody gives an answer again unless something has changed.
 */
export function honestChoices(guide: Guide, walk: Walk, node: GuideNode, worked: boolean): HonestChoices {
  const choices = 'choices' in node ? node.choices : []
  const open = choices.filter((choice) => !walk.answered.has(choice) && !isInVain(guide, walk, choice))
  const whims = open.filter(({ says = [] }) => says.includes('anyone'))
  const honest = open.filter(
    (choice) =>
      !whims.includes(choice) &&
      (choice.says ?? []).every((claim) => isTrue(claim, walk.standing, worked)) &&
      (node.kind !== 'escalate' || choice.says !== undefined),
  )
  const most = Math.max(0, ...honest.map(({ says = [] }) => weight(says)))
  return { honest: honest.filter(({ says = [] }) => weight(says) === most), whims }
}
