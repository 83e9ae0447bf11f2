import type { Evaluation } from '../../intent/evaluation/evaluation.ts'
import { escapeHtml } from '../escape-html.ts'

/** As many as are legible on a phone. */
const mostIntents = 17
const width = 340
const nameWidth = 124
const headHeight = 16

const blue = [31, 95, 153] as const
const orange = [214, 90, 24] as const
/** Where white and the dark ink are equally far from a ground, by their contrast in WCAG 2. */
const darkest = 0.21

interface Cell {
  readonly intent: string
  readonly taken: string
  readonly times: number
  /** 0..1, of the messages of the intent. */
  readonly share: number
}

/** The intents shown: all, or the ones most often confused where there are too many. */
function shownIntents({ perIntent, confusions }: Evaluation): readonly string[] {
  const all = perIntent.map(({ intent }) => intent)
  if (all.length <= mostIntents) return all
  const confused = confusions.flatMap(({ intent, taken }) => [intent, taken])
  return [...new Set([...confused, ...all])].slice(0, mostIntents).sort()
}

function cells({ perIntent, confusions }: Evaluation): readonly Cell[] {
  const messages = new Map(perIntent.map((each) => [each.intent, each.messages]))
  const right = perIntent.map((each) => {
    const times = Math.round(each.recall * each.messages)
    return { intent: each.intent, taken: each.intent, times, share: each.recall }
  })
  const wrong = confusions.map((each) => ({ ...each, share: each.times / (messages.get(each.intent) ?? 1) }))
  return [...right, ...wrong].filter(({ times }) => times > 0)
}

/** Relative luminance, 0..1, of a colour laid on white with this strength (WCAG 2). */
function luminance(hue: readonly number[], strength: number): number {
  const [red = 0, green = 0, brightBlue = 0] = hue.map((part) => {
    const share = 1 - strength + (strength * part) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * brightBlue
}

function drawCell({ intent, taken, times, share }: Cell, row: number, column: number, size: number): string {
  const [x, y] = [nameWidth + column * size, headHeight + row * size]
  const hue = row === column ? blue : orange
  const strength = row === column ? 0.12 + 0.88 * share : Math.min(1, 0.18 + 2 * share)
  const words = `${intent} taken for ${taken}: ${times} (${Math.round(share * 100)} %)`
  const number = share < 0.005 ? '·' : String(Math.round(share * 100))
  const ink = luminance(hue, strength) < darkest ? '#fff' : '#16202a'
  return (
    `<g><title>${escapeHtml(words)}</title>` +
    `<rect x="${x.toFixed(2)}" y="${y.toFixed(2)}" width="${size.toFixed(2)}" height="${size.toFixed(2)}" fill="rgb(${hue.join(' ')} / ${strength.toFixed(2)})"/>` +
    `<text x="${(x + size / 2).toFixed(2)}" y="${(y + size / 2 + 3).toFixed(2)}" text-anchor="middle" font-size="${number.length > 2 ? 7 : 9}" fill="${ink}">${number}</text></g>`
  )
}

function drawGrid(count: number, size: number): string {
  const [right, bottom] = [nameWidth + count * size, headHeight + count * size]
  return Array.from({ length: count + 1 }, (_, at) => {
    const [x, y] = [(nameWidth + at * size).toFixed(2), (headHeight + at * size).toFixed(2)]
    return `<path d="M${x} ${headHeight}V${bottom.toFixed(2)}M${nameWidth} ${y}H${right.toFixed(2)}"/>`
  }).join('')
}

function drawNames(names: readonly string[], size: number): string {
  return names
    .map((name, at) => {
      const y = (headHeight + at * size + size / 2 + 3).toFixed(2)
      const x = (nameWidth + at * size + size / 2).toFixed(2)
      const short = name.length > 21 ? `${name.slice(0, 20)}…` : name
      return (
        `<text x="0" y="${y}" font-size="9">${at + 1}</text>` +
        `<text x="14" y="${y}" font-size="9">${escapeHtml(short)}</text>` +
        `<text x="${x}" y="${headHeight - 5}" font-size="9" text-anchor="middle">${at + 1}</text>`
      )
    })
    .join('')
}

/** Says, after a space, that some intents are left out; empty where none is. */
export function leftOut({ perIntent }: Evaluation): string {
  const left = perIntent.length - mostIntents
  return left > 0 ? ` The ${mostIntents} most often confused are shown; ${left} others are not.` : ''
}

/** The confusion matrix as SVG: a row for what was meant, a column for what it was taken for, in per cent of the row. */
export function confusionMatrix(evaluation: Evaluation): string {
  const names = shownIntents(evaluation)
  const size = Math.min(28, (width - nameWidth - 1) / Math.max(1, names.length))
  const height = headHeight + names.length * size + 1
  const place = new Map(names.map((name, at) => [name, at]))
  const drawn = cells(evaluation).flatMap((cell) => {
    const [row, column] = [place.get(cell.intent), place.get(cell.taken)]
    return row === undefined || column === undefined ? [] : [drawCell(cell, row, column, size)]
  })
  const worst = evaluation.confusions[0]
  const summary =
    worst === undefined
      ? 'Nothing was taken for another.'
      : `Most often, ${worst.times} times, ${worst.intent} was taken for ${worst.taken}.`
  return [
    `<svg viewBox="0 0 ${width} ${height.toFixed(2)}" role="img" aria-labelledby="matrix-title matrix-desc">`,
    '<title id="matrix-title">Confusion matrix</title>',
    `<desc id="matrix-desc">${escapeHtml(`Rows are what was meant, columns what it was taken for, in per cent of the row. ${summary}${leftOut(evaluation)} All pairs are in the table below.`)}</desc>`,
    `<g stroke="#d5dbe1" stroke-width="0.5" fill="none">${drawGrid(names.length, size)}</g>`,
    ...drawn,
    `<g fill="#16202a">${drawNames(names, size)}</g>`,
    '</svg>',
  ].join('\n')
}
