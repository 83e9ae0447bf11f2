import { join } from 'node:path'
import type { PostView } from '../../../src/application/post.ts'
import { compileGuide } from '../../../src/guide/compile.ts'
import type { Guide, GuideNode } from '../../../src/guide/guide.ts'
import { loadContent } from '../../../src/guide/load.ts'
import type { Screen } from '../../../src/guide/session.ts'
import { Language, type Localised, localise } from '../../../src/language.ts'
import { escapeMrkdwn } from '../../../src/slack/views/escape.ts'
import { renderPost } from '../../../src/slack/views/render-post.ts'
import { someSettings } from '../../support/small-guide.ts'
import { faultsOf } from '../../text-safety/what-is-live.ts'
import { cardOf, since, ticketOf } from './example.ts'
import { followable } from './live-sequences.ts'

let guide: Guide
beforeAll(async () => {
  guide = compileGuide(await loadContent(join(__dirname, '../../../intents')), someSettings)
})

/** All that a node says to the person, and the buttons it gives them, in the order they are read. */
function saidBy(node: GuideNode): Localised[] {
  const steps = 'steps' in node ? (node.steps ?? []) : []
  const choices = node.kind === 'done' ? [] : node.choices.map(({ label }) => label)
  return [node.title, ...(node.text === undefined ? [] : [node.text]), ...steps, ...choices]
}

/** Marks for bold are not read out. */
const spoken = (text: Localised, language: Language): string =>
  escapeMrkdwn(localise(text, language).replaceAll('*', ''))

/** The card of a node, and where it hands over, the ticket. */
function shownAt(flow: string, name: string, node: GuideNode, language: Language): PostView[] {
  const card = cardOf({ kind: 'node', flow, node: name, since }, { language })
  if (node.kind !== 'escalate') return [card]
  const { title, reason, postmaster: todo } = node
  return [card, { kind: 'ticket', language, ticket: ticketOf({ title, reason, todo }) }]
}

describe('the cards of the shipped content', () => {
  it.each(Language.options)('lead to the listed hosts only, tickets too, in %s', (language) => {
    const views = { guide, supportContact: someSettings.supportContact }
    const links = [...guide.flows.values()].flatMap((flow) =>
      [...flow.nodes].flatMap(([name, node]) =>
        shownAt(flow.id, name, node, language).flatMap((view) => {
          const rendered = renderPost(view, views)
          expect(faultsOf(rendered.kind === 'home' ? rendered.view : { ...rendered, kind: 'card' })).toEqual(
            [],
          )
          return followable(rendered)
        }),
      ),
    )
    expect(new Set(links.map((link) => new URL(link).host))).toEqual(
      new Set(['qiye.aliyun.com', 'mail.console.aliyun.com', 'alimail.console.aliyun.com']),
    )
  })

  it.each(Language.options)('are read out whole and in order by a screen reader, in %s', (language) => {
    const views = { guide, supportContact: someSettings.supportContact }
    for (const flow of guide.flows.values()) {
      for (const [name, node] of flow.nodes) {
        const place = { flow: flow.id, node: name }
        const screen: Screen =
          node.kind === 'done' ? { kind: 'ended', how: 'solved', place } : { kind: 'node', ...place, since }
        const rendered = renderPost(cardOf(screen, { language, canGoBack: true }), views)
        const text = rendered.kind === 'message' ? rendered.text : ''
        let from = 0
        for (const part of saidBy(node)) {
          const at = text.indexOf(spoken(part, language), from)
          expect([flow.id, name, spoken(part, language), at >= from]).toEqual([
            flow.id,
            name,
            spoken(part, language),
            true,
          ])
          from = at
        }
      }
    }
  })
})
