import { columns, figureRows, interval, percent, type Report, shown, zoneRows } from './report.ts'

const nameWidth = 31
const columnWidth = 26
const mostConfusions = 20

function figureTable(report: Report, rows: typeof figureRows): string[] {
  return rows.map(({ name, value }) => {
    const cells = columns(report).map(([, figures]) => {
      const bounds = interval(value(figures))
      return `${shown(value(figures))}${bounds === '' ? '' : `  ${bounds}`}`.padEnd(columnWidth)
    })
    return `  ${name.padEnd(nameWidth)}${cells.join('')}`.trimEnd()
  })
}

function intentTable({ evaluation: { perIntent } }: Report): string[] {
  const row = (...[intent = '', ...cells]: readonly string[]): string =>
    `  ${intent.padEnd(nameWidth)}${cells.map((cell) => cell.padStart(11)).join('')}`
  return [
    row('intent', 'n', 'precision', 'recall', 'F1'),
    ...perIntent.map(({ intent, messages, precision, recall, f1 }) =>
      row(intent, String(messages), percent(precision), percent(recall), percent(f1)),
    ),
  ]
}

/** The report as lines for a terminal. */
export function printReport(report: Report): string {
  const { title, notes, evaluation } = report
  const { confusions, latency } = evaluation
  const heads = columns(report).map(([name, { inside, outside }]) =>
    `${name} (${inside} in, ${outside} out)`.padEnd(columnWidth),
  )
  return [
    title,
    ...notes.map((note) => `  ${note}`),
    '',
    `  ${''.padEnd(nameWidth)}${heads.join('')}`.trimEnd(),
    ...figureTable(report, figureRows),
    '',
    ...figureTable(report, zoneRows),
    '',
    `  ${'milliseconds a message'.padEnd(nameWidth)}p50 ${latency.p50.toFixed(3)}, p99 ${latency.p99.toFixed(3)}`,
    '',
    ...intentTable(report),
    ...(confusions.length > 0 ? ['', 'taken for another'] : []),
    ...confusions
      .slice(0, mostConfusions)
      .map(({ intent, taken, times }) => `  ${String(times).padStart(4)}  ${intent} -> ${taken}`),
  ].join('\n')
}
