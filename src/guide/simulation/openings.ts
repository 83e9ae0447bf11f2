import type { GuideEvent, Heard } from '../events.ts'
import type { FlowId, Guide } from '../guide.ts'
import type { Person } from './person.ts'
import { isTrue, standingOf } from './standing.ts'

/** How a person comes into the guide. */
export interface Opening {
  /** In words, such as `says account_locked`. */
  readonly name: string
  readonly events: readonly GuideEvent[]
}

const triage: FlowId = 'which_path'
const hello: FlowId = 'greeting'

const said = (name: string, heard: Heard): Opening => ({ name, events: [{ type: 'said', heard }] })
const says = (flow: FlowId): Opening => said(`says ${flow}`, { kind: 'accept', intent: flow })
const picks = (flow: FlowId): Opening => ({ name: `menu: ${flow}`, events: [{ type: 'picked', flow }] })

/** Asked which of two it is, they press the right one. */
function askedBack(guide: Guide, flow: FlowId): Opening[] {
  const other = guide.menu.find((each) => each !== flow)
  if (other === undefined) return []
  const heard: Heard = { kind: 'clarify', intents: [other, flow] }
  return [
    {
      name: `asked back: ${flow}`,
      events: [
        { type: 'said', heard },
        { type: 'picked', flow },
      ],
    },
  ]
}

/** They type what their screen says. */
function quotes(guide: Guide, person: Person): Opening[] {
  const standing = standingOf(person)
  const mine = guide.screenMessages.filter(
    (message) => message.says?.every((claim) => isTrue(claim, standing, false)) ?? false,
  )
  return mine.map(({ place }) => said(`screen: ${place.flow}/${place.node}`, { kind: 'screen', place }))
}

/** Every honest way in: their own words, the menu, "something else", what their screen says, a mere hello. */
export function openings(guide: Guide, person: Person): Opening[] {
  const { flows, isInside } = person.symptom
  const inMenu = flows.find((flow) => guide.menu.includes(flow)) ?? (isInside ? undefined : triage)
  const all = [
    ...flows.map(says),
    ...flows.slice(0, 1).flatMap((flow) => askedBack(guide, flow)),
    ...(inMenu === undefined ? [] : [picks(inMenu)]),
    ...(isInside ? [] : [triage, hello].map(says)),
    ...quotes(guide, person),
  ]
  return [...new Map(all.map((each) => [each.name, each])).values()].filter(({ events }) =>
    events.every((event) => isPossible(guide, event)),
  )
}

/** Content that is being written may lack a flow; that is the lint's to say. */
function isPossible(guide: Guide, event: GuideEvent): boolean {
  if (event.type === 'picked') return guide.flows.has(event.flow)
  return event.type !== 'said' || event.heard.kind !== 'accept' || guide.flows.has(event.heard.intent)
}
