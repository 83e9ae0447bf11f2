import { createHash } from 'node:crypto'
import { type Choice, Flow, type IntentFile, type Node, type Target } from './content.ts'
import { type Content, describeIssue } from './content-set.ts'
import { fillTexts } from './fill-texts.ts'
import type {
  FlowId,
  Guide,
  GuideFlow,
  GuideNode,
  GuideSettings,
  Place,
  PlacedChoice,
  ScreenMessage,
} from './guide.ts'
import { exits, nodeAt } from './place.ts'
import { screenMessages } from './screen-message.ts'
import { targetParts } from './target.ts'

type Starts = ReadonlyMap<FlowId, Place>

function startOf(id: FlowId, flow: Flow, settings: GuideSettings): Place {
  const node = settings.qrLogin ? flow.start : (flow.start_without_qr ?? flow.start)
  return { flow: id, node }
}

class Placing {
  readonly #flow: FlowId
  readonly #starts: Starts
  readonly #settings: GuideSettings
  constructor(flow: FlowId, starts: Starts, settings: GuideSettings) {
    this.#flow = flow
    this.#starts = starts
    this.#settings = settings
  }

  place(target: Target): Place {
    const { flow = this.#flow, node } = targetParts(target)
    if (node !== undefined) return { flow, node }
    const start = this.#starts.get(flow)
    if (start === undefined) throw new Error(`${this.#flow}: there is no flow ${flow}`)
    return start
  }

  choices(choices: readonly Choice[]): PlacedChoice[] {
    return choices
      .filter((choice) => choice.when === undefined || this.#settings.qrLogin)
      .map(({ when: _, to, ...choice }) => ({ ...choice, to: this.place(to) }))
  }

  node(node: Node): GuideNode {
    switch (node.kind) {
      case 'steps': {
        const { reminder } = node
        return {
          ...node,
          choices: this.choices(node.choices),
          // biome-ignore lint/suspicious/noThenProperty: the content word for "what comes after the wait"
          reminder: reminder && { minutes: reminder.minutes, then: this.place(reminder.then) },
        }
      }
      case 'ask':
      case 'answer':
      case 'escalate':
        return { ...node, choices: this.choices(node.choices) }
      case 'wait':
        // biome-ignore lint/suspicious/noThenProperty: the content word for "what comes after the wait"
        return { ...node, choices: this.choices(node.choices), then: this.place(node.then) }
      case 'done':
        return node
    }
  }
}

/** What is learnt takes no part in the guide. */
const none = { en: [], zh: [] }

type Filled = readonly [FlowId, IntentFile, Flow]

/** Where log-in by QR code is off, what the page says about it leads to the start that says so. */
function messagesOf([id, , flow]: Filled, settings: GuideSettings): readonly ScreenMessage[] {
  const elsewhere = !settings.qrLogin && flow.start_without_qr !== undefined
  return Object.entries(flow.nodes).flatMap(([name, node]) =>
    screenMessages(node, elsewhere ? startOf(id, flow, settings) : { flow: id, node: name }),
  )
}

function missingPlaces(guide: Guide): string[] {
  return [...guide.flows.values()]
    .flatMap((flow) => [flow.start, ...[...flow.nodes.values()].flatMap(exits)])
    .filter((place) => nodeAt(guide, place) === undefined)
    .map((place) => `${place.flow}/${place.node}`)
}

/**
 * Content to the guide of one company: targets resolved, choices for QR log-in pruned where it is off, settings
 * put into the texts. Throws with every mistake named when the content has errors or a target leads nowhere.
 */
export function compileGuide(content: Content, settings: GuideSettings): Guide {
  const errors = content.issues.filter((issue) => issue.severity === 'error')
  if (errors.length > 0) {
    const lines = errors.map((issue) => `  ${describeIssue(issue)}`)
    throw new Error(`the content has mistakes:\n${lines.join('\n')}`)
  }
  const filled = [...content.files].flatMap(([id, file]): Filled[] =>
    file.flow === undefined
      ? []
      : [[id, { ...file, utterances: none }, Flow.parse(fillTexts(file.flow, settings))]],
  )
  const starts = new Map(filled.map(([id, , flow]) => [id, startOf(id, flow, settings)]))
  const flows = new Map<FlowId, GuideFlow>()
  for (const [id, file, flow] of filled) {
    const placing = new Placing(id, starts, settings)
    const nodes = new Map(Object.entries(flow.nodes).map(([name, node]) => [name, placing.node(node)]))
    const confusableWith = new Map(Object.entries(file.confusable_with ?? {}))
    flows.set(id, { id, title: file.title, confusableWith, start: startOf(id, flow, settings), nodes })
  }
  const menu = filled
    .filter(([, file]) => file.menu_when === undefined || settings.qrLogin)
    .flatMap(([id, file]) => (file.menu === undefined ? [] : [{ id, at: file.menu }]))
    .sort((a, b) => a.at - b.at)
    .map(({ id }) => id)
  const version = createHash('sha256').update(JSON.stringify(filled)).digest('base64url').slice(0, 12)
  const guide = { version, flows, menu, screenMessages: filled.flatMap((each) => messagesOf(each, settings)) }
  const missing = missingPlaces(guide)
  if (missing.length > 0)
    throw new Error(`the content leads to places that do not exist: ${missing.join(', ')}`)
  return guide
}
