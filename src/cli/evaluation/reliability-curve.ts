import type { Calibration, ReliabilityPoint } from '../../intent/evaluation/calibration.ts'

const width = 340
const height = 300
const plot = { left: 40, top: 12, right: 328, bottom: 252 } as const

const across = (share: number): string => (plot.left + share * (plot.right - plot.left)).toFixed(1)
const up = (share: number): string => (plot.bottom - share * (plot.bottom - plot.top)).toFixed(1)
const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1]

function drawAxes(): string {
  const lines = ticks.map((at) => `M${across(at)} ${up(0)}V${up(1)}M${across(0)} ${up(at)}H${across(1)}`)
  const numbers = ticks.map(
    (at) =>
      `<text x="${across(at)}" y="${plot.bottom + 14}" text-anchor="middle">${Math.round(at * 100)}</text>` +
      `<text x="${plot.left - 6}" y="${Number(up(at)) + 4}" text-anchor="end">${Math.round(at * 100)}</text>`,
  )
  const middle = (plot.top + plot.bottom) / 2
  return [
    `<path d="${lines.join('')}" stroke="#d5dbe1" stroke-width="0.6" fill="none"/>`,
    `<path d="M${across(0)} ${up(0)}L${across(1)} ${up(1)}" stroke="#6b7782" stroke-dasharray="4 4" fill="none"/>`,
    `<g font-size="11" fill="#16202a">${numbers.join('')}`,
    `<text x="${(plot.left + plot.right) / 2}" y="${height - 14}" text-anchor="middle">claimed, %</text>`,
    `<text x="11" y="${middle}" text-anchor="middle" transform="rotate(-90 11 ${middle})">right, %</text></g>`,
  ].join('\n')
}

const words = ({ claimed, right, claims }: ReliabilityPoint): string =>
  `claimed ${(claimed * 100).toFixed(0)} %, right ${(right * 100).toFixed(0)} %, ${claims} messages`

/** The reliability curve as SVG: how often the best intent was right, by how likely it was said to be; a perfect one is the dashed line. */
export function reliabilityCurve({ error, points }: Calibration): string {
  const met = points.filter(({ claims }) => claims > 0)
  const most = Math.max(1, ...met.map(({ claims }) => claims))
  const line = met.map(({ claimed, right }, at) => `${at === 0 ? 'M' : 'L'}${across(claimed)} ${up(right)}`)
  const dots = met.map((point) => {
    const radius = (2.5 + 6 * Math.sqrt(point.claims / most)).toFixed(1)
    return `<circle cx="${across(point.claimed)}" cy="${up(point.right)}" r="${radius}"><title>${words(point)}</title></circle>`
  })
  return [
    `<svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="curve-title curve-desc">`,
    '<title id="curve-title">Reliability curve</title>',
    `<desc id="curve-desc">Calibration error ${error.toFixed(3)}. ${met.map(words).join('; ')}.</desc>`,
    drawAxes(),
    line.length > 0 ? `<path d="${line.join('')}" stroke="#1f5f99" stroke-width="2" fill="none"/>` : '',
    `<g fill="#1f5f99" fill-opacity="0.75">${dots.join('')}</g>`,
    '</svg>',
  ].join('\n')
}
