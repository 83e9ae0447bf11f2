import type { Place } from '../../guide/guide.ts'
import { samePlace } from '../../guide/place.ts'
import { Language, localise } from '../../language.ts'
import { escapeHtml } from '../escape-html.ts'
import { drawingWords } from './drawing-words.ts'
import {
  type Exit,
  type GuideMap,
  hrefOf,
  type MappedFlow,
  type MappedNode,
  mappedNode,
} from './guide-map.ts'
import type { Box, LayOut, Layout, Line, Point } from './lay-out.ts'
import { wrapWords } from './wrap-words.ts'

const cardWidth = 250
const padding = 10
const titleSize = 13
const labelSize = 12
const titleLine = 17
/** How much wider bold letters are. */
const bold = 1.15
const labelLine = 15
const kindHeight = 24
const margin = 6

/** A box to be laid out, and how it is drawn with its upper left corner at 0, 0. */
interface Shape {
  readonly box: Box
  readonly svg: string
}

function words(lines: readonly string[], x: number, y: number, step: number, kind: string): string {
  const spans = lines.map((line, at) => `<tspan x="${x}" y="${y + at * step}">${escapeHtml(line)}</tspan>`)
  return `<text class="${kind}">${spans.join('')}</text>`
}

const rectangle = (x: number, y: number, width: number, height: number, kind: string): string =>
  `<rect class="${kind}" x="${x}" y="${y}" width="${width}" height="${height}" rx="6"/>`

const sum = (heights: readonly number[]): number => heights.reduce((total, each) => total + each, 0)

const exitLabel = (exit: Exit, language: Language): string =>
  exit.kind === 'choice' ? localise(exit.choice.label, language) : drawingWords[language].after(exit.minutes)

function isDashed(exit: Exit): boolean {
  return exit.kind === 'reminder'
}

function cardOf({ place, node, exits }: MappedNode, language: Language): Shape {
  const title = localise(node.title, language)
  const [kind] = drawingWords[language].kinds[node.kind]
  const lines = wrapWords(title, (cardWidth - 2 * padding) / titleSize / bold, 4)
  const labels = exits.map((exit) =>
    wrapWords(exitLabel(exit, language), (cardWidth - 4 * padding) / labelSize, 3),
  )
  const count = Language.options.reduce((all, each) => all + (node.on_screen?.[each].length ?? 0), 0)
  const note = count === 0 ? '' : drawingWords[language].screens(count)
  const titleHeight = kindHeight + lines.length * titleLine
  const rows = [
    titleHeight + (note === '' ? 8 : labelLine + 8),
    ...labels.map((each) => each.length * labelLine + 12),
  ]
  const buttons = labels.map((each, at) => {
    const y = sum(rows.slice(0, at + 1))
    const exit = exits[at]
    const dashed = exit !== undefined && isDashed(exit) ? ' dashed' : ''
    return (
      rectangle(padding, y, cardWidth - 2 * padding, (rows[at + 1] ?? 0) - 4, `button${dashed}`) +
      words(each, 2 * padding, y + 16, labelLine, 'label')
    )
  })
  const all = [...rows, ...(exits.length > 0 ? [margin] : [])]
  const [name] = wrapWords(place.node, 22, 1)
  const svg =
    `<a href="${hrefOf(place)}" class="card ${node.kind}" aria-label="${escapeHtml(kind + drawingWords[language].colon + title)}">` +
    rectangle(0, 0, cardWidth, sum(all), 'body') +
    `<text class="kind" x="${padding}" y="17">${kind}</text>` +
    `<text class="name" x="${cardWidth - padding}" y="17" text-anchor="end">${escapeHtml(name ?? '')}</text>` +
    words(lines, padding, kindHeight + 14, titleLine, 'title') +
    `<text class="note" x="${padding}" y="${titleHeight + 13}">${note}</text>` +
    `${buttons.join('')}</a>`
  return { box: { width: cardWidth, rows: all }, svg }
}

/** Where a way leads out of the drawing: a small box that leads to the card it stands for. */
function stubOf(map: GuideMap, place: Place, language: Language): Shape {
  const width = 190
  const flow = map.flows.find(({ id }) => id === place.flow)
  const node = mappedNode(map, place)
  const of = flow === undefined ? place.flow : localise(flow.file.title, language)
  const title = node === undefined ? place.node : localise(node.node.title, language)
  const first = wrapWords(`→ ${of}`, (width - 2 * padding) / labelSize / bold, 2)
  const second = wrapWords(title, (width - 2 * padding) / labelSize, 3)
  const height = (first.length + second.length) * labelLine + 12
  const svg =
    `<a href="${hrefOf(place)}" class="stub ${node?.node.kind ?? ''}" aria-label="${escapeHtml(of + drawingWords[language].colon + title)}">` +
    rectangle(0, 0, width, height, 'body') +
    words(first, padding, 17, labelLine, 'of') +
    words(second, padding, 17 + first.length * labelLine, labelLine, 'label') +
    '</a>'
  return { box: { width, rows: [height] }, svg }
}

function startOf(label: string): Shape {
  const width = 140
  const lines = wrapWords(label, (width - 2 * padding) / labelSize / bold, 3)
  const height = lines.length * labelLine + 10
  const svg = `<g class="start">${rectangle(0, 0, width, height, 'body')}${words(lines, padding, 16, labelLine, 'label')}</g>`
  return { box: { width, rows: [height] }, svg }
}

interface Sketch {
  readonly shapes: readonly Shape[]
  readonly lines: readonly (Line & { readonly dashed: boolean })[]
}

/** What there is to draw: starts, cards, stubs, in this order, and the lines between them. */
function sketch(map: GuideMap, { id, nodes }: MappedFlow, language: Language): Sketch {
  const starts = nodes.flatMap((node, at) => node.starts.map((start) => ({ start, at })))
  const outside: Place[] = []
  for (const { to } of nodes.flatMap(({ exits }) => exits)) {
    if (to.flow !== id && !outside.some((place) => samePlace(place, to))) outside.push(to)
  }
  const indexOf = (to: Place): number =>
    to.flow === id
      ? starts.length + nodes.findIndex(({ place }) => samePlace(place, to))
      : starts.length + nodes.length + outside.findIndex((place) => samePlace(place, to))
  return {
    shapes: [
      ...starts.map(({ start }) => startOf(drawingWords[language].starts[start])),
      ...nodes.map((node) => cardOf(node, language)),
      ...outside.map((place) => stubOf(map, place, language)),
    ],
    lines: [
      ...starts.map(({ at }, from) => ({ from, row: 0, to: starts.length + at, dashed: false })),
      ...nodes.flatMap(({ exits }, at) =>
        exits.map((exit, row) => ({
          from: starts.length + at,
          row: row + 1,
          to: indexOf(exit.to),
          dashed: isDashed(exit),
        })),
      ),
    ],
  }
}

const rounded = (number: number): string => String(Math.round(number * 10) / 10)

function curve(points: readonly Point[], dashed: boolean): string {
  const [first, ...rest] = points.map((point) => point.map(rounded).join(' '))
  return `<path class="line${dashed ? ' dashed' : ''}" d="M${first ?? ''}C${rest.join(' ')}" marker-end="url(#/arrow)"/>`
}

/** Points on a curve, close enough to tell how far it swings out; those that only steer it lie further off. */
function along(points: readonly Point[]): Point[] {
  return points.flatMap((from, at): Point[] => {
    const [a, b, to] = points.slice(at + 1, at + 4)
    if (at % 3 !== 0 || a === undefined || b === undefined || to === undefined) return []
    return [0, 0.25, 0.5, 0.75, 1].map((t): Point => {
      const [u, v, w, z] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t ** 2 * (1 - t), t ** 3]
      return [u * from[0] + v * a[0] + w * b[0] + z * to[0], u * from[1] + v * a[1] + w * b[1] + z * to[1]]
    })
  })
}

/** The corners of all that is drawn: curves may swing out beyond the boxes. */
function bounds(
  { shapes }: Sketch,
  { corners, curves }: Layout,
): { x: number; y: number; width: number; height: number } {
  const far = corners.map(([x, y], at): Point => {
    const box = shapes[at]?.box
    return [x + (box?.width ?? 0), y + sum(box?.rows ?? [])]
  })
  const points = [...corners, ...far, ...curves.flatMap(along)]
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const [x, y] = [Math.floor(Math.min(...xs)) - margin, Math.floor(Math.min(...ys)) - margin]
  return {
    x,
    y,
    width: Math.ceil(Math.max(...xs)) + margin - x,
    height: Math.ceil(Math.max(...ys)) + margin - y,
  }
}

/** One flow as SVG: its cards from left to right, each a link to its text, with a stub for each card of another flow. */
export function drawFlow(map: GuideMap, flow: MappedFlow, language: Language, layOut: LayOut): string {
  const drawn = sketch(map, flow, language)
  const layout = layOut(
    drawn.shapes.map(({ box }) => box),
    drawn.lines,
  )
  const { x, y, width, height } = bounds(drawn, layout)
  const title = drawingWords[language].drawingOf(localise(flow.file.title, language))
  return [
    `<svg role="group" width="${width}" height="${height}" viewBox="${x} ${y} ${width} ${height}">`,
    `<title>${escapeHtml(title)}</title>`,
    ...layout.curves.map((points, at) => curve(points, drawn.lines[at]?.dashed ?? false)),
    ...drawn.shapes.map(({ svg }, at) => {
      const [left, top] = layout.corners[at] ?? [0, 0]
      return `<g transform="translate(${rounded(left)} ${rounded(top)})">${svg}</g>`
    }),
    '</svg>',
  ].join('\n')
}
