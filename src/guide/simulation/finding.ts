import { type Content, type ContentIssue, fileName } from '../content-set.ts'
import type { Guide, Place } from '../guide.ts'
import { nodeAt, samePlace } from '../place.ts'
import type { Step } from '../session.ts'
import type { Opening } from './openings.ts'
import type { Person } from './person.ts'
import type { End } from './walk.ts'

/** A person who came in one way, and one of the ends that honesty could take them to. */
export interface Finding {
  readonly person: Person
  readonly opening: Opening
  readonly end: End
}

const spoken = (word: string): string => word.replaceAll('_', ' ')

/** What is wrong with an end, said of a person; undefined where it is as it should be. */
export function verdict(end: End): string | undefined {
  switch (end.kind) {
    case 'in':
    case 'handed_over':
      return undefined
    case 'stuck':
      return 'is stuck here: no choice is true of them'
    case 'too_long':
      return `is still on the way after ${end.walk.clicks - 1} clicks`
    case 'cannot':
      return `is sent to "${spoken(end.way)}" ${spoken(end.obstacle)}`
    case 'passed_over':
      return `is handed over without having been offered "${spoken(end.way)}", which works for them`
    case 'dismissed':
      return `is told that all is well, with "${spoken(end.problem)}" left`
  }
}

function describePerson({ symptom, has }: Person): string {
  const things = [...has].map(spoken).join(', ')
  return `somebody who ${symptom.name} (has ${things || 'nothing'})`
}

/** How a person came to an end: `menu: account_locked, stop_tries: closed, wait: open`. */
export function describeWay({ opening, end }: Finding): string {
  return [opening.name, ...end.walk.session.path.map(({ node, choice }) => `${node}: ${choice}`)].join(', ')
}

/** The choice that led to a place, where one did. */
function choiceTo(guide: Guide, place: Place, step: Step | undefined): Step | undefined {
  const node = step && nodeAt(guide, step)
  const choices = node !== undefined && 'choices' in node ? node.choices : []
  const led = choices.some(({ id, to }) => id === step?.choice && samePlace(to, place))
  return led ? step : undefined
}

/** Where in the content to look: at what led somebody wrong, or at the card that does not lead on. */
function siteOf(
  content: Content,
  guide: Guide,
  { walk, kind, place }: End,
): Pick<ContentIssue, 'file' | 'path'> {
  const step = choiceTo(guide, place, walk.session.path.at(-1))
  if (step === undefined || kind === 'stuck' || kind === 'too_long') {
    return { file: fileName(place.flow), path: `flow.nodes.${place.node}` }
  }
  const node = content.files.get(step.flow)?.flow?.nodes[step.node]
  const choices = node !== undefined && 'choices' in node ? node.choices : []
  const at = choices.findIndex(({ id }) => id === step.choice)
  return { file: fileName(step.flow), path: `flow.nodes.${step.node}.choices.${at}.to` }
}

/** Findings as issues: one for each mistake, told of the first person who met it. */
export function findingIssues(content: Content, guide: Guide, findings: readonly Finding[]): ContentIssue[] {
  const groups = new Map<string, { issue: ContentIssue; count: number }>()
  for (const finding of findings) {
    const site = siteOf(content, guide, finding.end)
    const said = verdict(finding.end)
    const key = [site.file, site.path, said].join('|')
    const group = groups.get(key)
    if (group !== undefined) group.count += 1
    else {
      const message = `${describePerson(finding.person)} ${said}; they came by ${describeWay(finding)}`
      groups.set(key, { issue: { severity: 'error', ...site, message }, count: 0 })
    }
  }
  return [...groups.values()].map(({ issue, count }) =>
    count === 0 ? issue : { ...issue, message: `${issue.message} (and ${count} more)` },
  )
}
