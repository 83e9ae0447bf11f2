import { escapeHtml } from '../escape-html.ts'
import { confusionMatrix, leftOut } from './confusion-matrix.ts'
import { reliabilityCurve } from './reliability-curve.ts'
import { columns, figureRows, interval, percent, type Report, shown, zoneRows } from './report.ts'

const styles = `
:root { color-scheme: light; font: 16px/1.45 system-ui, sans-serif; color: #16202a; background: #fff; }
body { margin: 0 auto; padding: 16px; max-width: 760px; }
h1 { font-size: 1.4rem; margin: 0 0 .5rem; }
h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
p { margin: .25rem 0; overflow-wrap: anywhere; }
figure { margin: 0; }
figcaption, small { color: #4a5763; font-size: .8rem; }
svg { display: block; width: 100%; height: auto; font-family: system-ui, sans-serif; }
.curve { max-width: 520px; }
table { border-collapse: collapse; width: 100%; font-size: .85rem; font-variant-numeric: tabular-nums; }
th, td { text-align: right; padding: .3rem .25rem; border-bottom: 1px solid #e3e8ec; vertical-align: top; }
th:first-child { text-align: left; overflow-wrap: anywhere; }
th { font-weight: 600; }
tbody th { font-weight: 400; }
td small, th small { display: block; font-size: .72rem; font-weight: 400; }
td, th small { white-space: nowrap; }
.pairs :is(th, td):nth-child(2) { text-align: left; white-space: normal; }
`

/** An intent's id, which may be broken after an underscore. */
const breakable = (intent: string): string => escapeHtml(intent).replaceAll('_', '_<wbr>')

/** A table of HTML cells; the first of each row is its head. */
function table(heads: readonly string[], rows: readonly (readonly string[])[], kind = 'figures'): string {
  const head = heads.map((each) => `<th scope="col">${each}</th>`).join('')
  const body = rows.map(([name = '', ...cells]) => {
    return `<tr><th scope="row">${name}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
  })
  return `<table class="${kind}"><thead><tr>${head}</tr></thead><tbody>\n${body.join('\n')}\n</tbody></table>`
}

function figureTable(report: Report, rows: typeof figureRows): string {
  const sides = columns(report)
  return table(
    ['', ...sides.map(([name, { inside, outside }]) => `${name} <small>${inside} + ${outside}</small>`)],
    rows.map(({ name, value }) => [
      name.replaceAll(' %', '&nbsp;%'),
      ...sides.map(([, figures]) => {
        const bounds = interval(value(figures))
        return `${shown(value(figures))}${bounds === '' ? '' : `<small>${bounds}</small>`}`
      }),
    ]),
  )
}

function section(title: string, ...parts: readonly string[]): string {
  return `<section>\n<h2>${title}</h2>\n${parts.join('\n')}\n</section>`
}

const figure = (kind: string, picture: string, caption: string): string =>
  `<figure class="${kind}">\n${picture}\n<figcaption>${caption}</figcaption>\n</figure>`

function intentTable({ evaluation: { perIntent } }: Report): string {
  return table(
    ['intent', 'n', 'precision', 'recall', 'F1'],
    perIntent.map(({ intent, messages, precision, recall, f1 }) => [
      breakable(intent),
      String(messages),
      ...[precision, recall, f1].map(percent),
    ]),
  )
}

function confusionTable({ evaluation: { confusions } }: Report): string {
  if (confusions.length === 0) return '<p>Nothing was taken for another.</p>'
  return table(
    ['meant', 'taken for', 'times'],
    confusions.map(({ intent, taken, times }) => [breakable(intent), breakable(taken), String(times)]),
    'pairs',
  )
}

/** The report as one HTML file that loads nothing else. */
export function htmlReport(report: Report): string {
  const { title, notes, evaluation } = report
  const { all, latency } = evaluation
  const legend =
    'Rows: what was meant; columns: what it was taken for. Per cent of the row; a dot is less than half a per cent. Blue is right, orange wrong.'
  const reading =
    'How often the best intent was right, by how likely it was said to be. Dots are as large as they have messages; on the dashed line the model keeps its word.'
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<link rel="icon" href="data:,">',
    `<title>${escapeHtml(title)}</title>`,
    `<style>${styles}</style>`,
    '</head>',
    '<body>',
    `<main>\n<h1>${escapeHtml(title)}</h1>`,
    ...notes.map((note) => `<p>${escapeHtml(note)}</p>`),
    section(
      'Figures',
      '<p><small>Heads: messages in scope + out of scope. Small numbers: 95 % interval.</small></p>',
      figureTable(report, figureRows),
      `<p><small>A message takes ${latency.p50.toFixed(2)} ms (median), ${latency.p99.toFixed(2)} ms (99th percentile).</small></p>`,
    ),
    section('What people get', figureTable(report, zoneRows)),
    section(
      'What is taken for what',
      figure('matrix', confusionMatrix(evaluation), legend + leftOut(evaluation)),
    ),
    section('Is it as sure as it says?', figure('curve', reliabilityCurve(all.calibration), reading)),
    section('Each intent', intentTable(report)),
    section('Taken for another', confusionTable(report)),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n')
}
