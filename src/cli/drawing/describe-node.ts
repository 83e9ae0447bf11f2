import type { Place } from '../../guide/guide.ts'
import { Language, type Localised, localise } from '../../language.ts'
import { escapeHtml } from '../escape-html.ts'
import { drawingWords } from './drawing-words.ts'
import {
  anchorOf,
  type Exit,
  type GuideMap,
  hrefOf,
  type MappedFlow,
  type MappedNode,
  mappedNode,
  waysTo,
} from './guide-map.ts'

export const languageTag: Readonly<Record<Language, string>> = { en: 'en', zh: 'zh-Hans' }

/** Both languages, the page's own first. */
function inOrder(language: Language): readonly Language[] {
  return [language, ...Language.options.filter((each) => each !== language)]
}

/** A text in both languages, side by side. */
export function both(text: Localised, language: Language): string {
  const sides = inOrder(language).map((each) => {
    const words = text[each]
    return words === undefined
      ? `<span class="missing">${drawingWords[language].missing}</span>`
      : `<span lang="${languageTag[each]}">${escapeHtml(words)}</span>`
  })
  return `<span class="both">${sides.join('\n')}</span>`
}

/** A link to a node, in the words of its title; of another flow, with that flow's title before it. */
function linkTo(map: GuideMap, from: Place, to: Place, language: Language): string {
  const flow = map.flows.find(({ id }) => id === to.flow)
  const node = mappedNode(map, to)
  const title = node === undefined ? to.node : localise(node.node.title, language)
  const before =
    flow === undefined || to.flow === from.flow
      ? ''
      : `${localise(flow.file.title, language)}${drawingWords[language].colon}`
  return `<a href="${hrefOf(to)}" lang="${languageTag[language]}">${escapeHtml(before + title)}</a>`
}

function part(heading: string, body: string, kind = ''): string {
  return `<section${kind === '' ? '' : ` class="${kind}"`}>\n<h4>${heading}</h4>\n${body}\n</section>`
}

const list = (tag: 'ol' | 'ul', items: readonly string[]): string =>
  `<${tag}>\n${items.map((item) => `<li>${item}</li>`).join('\n')}\n</${tag}>`

const badge = (words: string): string => `<span class="badge">${words}</span>`

/** A note that people are played by, as the file has it; nobody is shown it. */
function note(key: 'says' | 'way', values: readonly string[] = []): string {
  return values.length === 0 ? '' : ` ${badge(`<code>${key}: ${escapeHtml(values.join(', '))}</code>`)}`
}

function exitItem(map: GuideMap, from: Place, exit: Exit, language: Language): string {
  const words = drawingWords[language]
  const label = exit.kind === 'choice' ? both(exit.choice.label, language) : words.after(exit.minutes)
  const qr = exit.kind === 'choice' && exit.choice.when !== undefined ? ` ${badge(words.onlyWithQr)}` : ''
  const says = note('says', exit.kind === 'choice' ? exit.choice.says : [])
  return `${label}\n<span class="to">→ ${linkTo(map, from, exit.to, language)}${qr}${says}</span>`
}

/** What the log-in page says in each language; the two lists need not match. */
function screens({ node }: MappedNode, language: Language): string[] {
  if (node.on_screen === undefined) return []
  const quoted = inOrder(language).flatMap((each) =>
    (node.on_screen?.[each] ?? []).map((line) => `<q lang="${languageTag[each]}">${escapeHtml(line)}</q>`),
  )
  const heading = `${drawingWords[language].onScreen}${note('says', node.on_screen.says)}`
  return quoted.length === 0 ? [] : [part(heading, list('ul', quoted))]
}

function forPostmaster({ node }: MappedNode, language: Language): string[] {
  if (node.kind !== 'escalate') return []
  const words = drawingWords[language]
  const { steps, warning } = node.postmaster
  const body = [
    `<p class="facts">${words.reason}${words.colon}<code>${node.reason}</code></p>`,
    list(
      'ol',
      steps.map((step) => both(step, language)),
    ),
    ...(warning === undefined
      ? []
      : [`<p><strong>${words.warning}</strong></p>\n<p>${both(warning, language)}</p>`]),
  ]
  return [part(words.postmaster, body.join('\n'), 'postmaster')]
}

function waysHere(map: GuideMap, { place }: MappedNode, language: Language): string {
  const words = drawingWords[language]
  const ways = waysTo(map, place).map((from) => linkTo(map, place, from.place, language))
  return `<p class="facts">${words.comeFrom}${words.colon}${ways.length === 0 ? words.none : ways.join(' · ')}</p>`
}

/** Everything one node says and where it leads, in both languages. */
export function describeNode(map: GuideMap, mapped: MappedNode, language: Language): string {
  const { place, node, exits, starts } = mapped
  const words = drawingWords[language]
  const steps = 'steps' in node ? (node.steps ?? []) : []
  const way = note('way', 'way' in node && node.way !== undefined ? [node.way] : [])
  return [
    `<article id="${escapeHtml(anchorOf(place))}" class="node ${node.kind}">`,
    `<p class="facts"><span class="kind">${words.kinds[node.kind][0]}</span> <code>${escapeHtml(place.node)}</code> ${starts.map((start) => badge(words.starts[start])).join(' ')}${way}</p>`,
    `<h3>${both(node.title, language)}</h3>`,
    ...(node.text === undefined ? [] : [`<p>${both(node.text, language)}</p>`]),
    ...(steps.length === 0
      ? []
      : [
          part(
            words.steps,
            list(
              'ol',
              steps.map((step) => both(step, language)),
            ),
          ),
        ]),
    ...(exits.length === 0
      ? []
      : [
          part(
            words.buttons,
            list(
              'ul',
              exits.map((exit) => exitItem(map, place, exit, language)),
            ),
            'exits',
          ),
        ]),
    ...forPostmaster(mapped, language),
    ...screens(mapped, language),
    waysHere(map, mapped, language),
    '</article>',
  ].join('\n')
}

/** What stands in a flow's file besides its nodes. */
export function describeFlow(map: GuideMap, { id, file }: MappedFlow, language: Language): string {
  const words = drawingWords[language]
  const { en, zh } = file.utterances
  const facts = [
    `${words.file} <code>${escapeHtml(id)}.yml</code>`,
    ...(file.menu === undefined ? [] : [words.menu(file.menu)]),
    ...(file.menu_when === undefined ? [] : [words.onlyWithQr]),
    en.length + zh.length === 0 ? words.noSentences : words.sentences(en.length, zh.length),
  ]
  const asked = Object.entries(file.confusable_with ?? {}).map(([other, question]) => {
    const flow = map.flows.find((each) => each.id === other)
    const title = escapeHtml(flow === undefined ? other : localise(flow.file.title, language))
    return `<p class="facts">${words.asked} <a href="${hrefOf({ flow: other })}">${title}</a>${words.colon.trim()}</p>\n<p>${both(question, language)}</p>`
  })
  return [`<p class="facts">${facts.join(' · ')}</p>`, ...asked].join('\n')
}
