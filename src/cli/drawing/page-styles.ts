/** Each kind's line and ground, in light and in dark; text in the line's colour reads on the ground and on the page. */
const kinds = {
  ask: ['#1a5490', '#eaf2fc', '#8bbcf0', '#14263a'],
  steps: ['#256b3a', '#e9f6ec', '#86cf9d', '#14291b'],
  wait: ['#7a5400', '#fdf4dc', '#e3bd63', '#2d260f'],
  escalate: ['#a1261c', '#fdecea', '#f59f97', '#3a1a17'],
  answer: ['#54409c', '#f1eefb', '#bbaef4', '#231f3a'],
  done: ['#005f56', '#e0f4f1', '#76d3c5', '#0f2f2a'],
} as const

const colours = (line: 0 | 2): string =>
  Object.entries(kinds)
    .map(([kind, tones]) => `.${kind} { --line: ${tones[line]}; --ground: ${tones[line + 1]}; }`)
    .join('\n')

const dark = `
:root { --ink: #e6ebf0; --soft: #a9b5c0; --page: #12181e; --edge: #33404c; --link: #8bbcf0; }
${colours(2)}
`

export const pageStyles = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; --ink: #16202a; --soft: #4a5763; --page: #fff; --edge: #d5dce2; --link: #1a5490; }
${colours(0)}
@media screen and (prefers-color-scheme: dark) {${dark}}
body { margin: 0; color: var(--ink); background: var(--page); }
main { margin: 0 auto; padding: 16px; max-width: 1160px; }
h1, h2, h3, h4 { line-height: 1.25; margin: 0; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; }
h2 { font-size: 1.35rem; margin-top: 1rem; }
h3 { font-size: 1.05rem; }
h4 { font-size: .8rem; color: var(--soft); font-weight: 600; margin-top: .75rem; }
p { margin: .5rem 0; overflow-wrap: anywhere; }
ol, ul { margin: .25rem 0; padding-left: 1.5rem; }
li { margin: .3rem 0; overflow-wrap: anywhere; }
a { color: var(--link); }
a:focus-visible, .scroll:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
code { font-size: .85em; }
.facts { color: var(--soft); font-size: .85rem; }
.missing { color: var(--soft); font-style: italic; }
.badge { display: inline-block; border: 1px solid var(--edge); border-radius: 1em; padding: 0 .6em; font-size: .8rem; color: var(--soft); }
.kind { color: var(--line); font-weight: 700; }
.both { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: .1rem 1.5rem; }
.legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .4rem .75rem; }
.legend li { margin: 0; padding: .15rem .6rem; border: 1px solid var(--line, var(--edge)); border-radius: 6px; background: var(--ground, none); font-size: .85rem; }
.legend .dashed { border-style: dashed; }
.flows { columns: 3 16rem; }
.flows li { margin: 0; padding: .2rem 0; break-inside: avoid; }
.flow { border-top: 2px solid var(--edge); margin-top: 2.5rem; }
.scroll { overflow-x: auto; margin: .75rem 0; padding: 4px; border: 1px solid var(--edge); border-radius: 8px; }
.node { border: 1px solid var(--edge); border-left: 5px solid var(--line); border-radius: 6px; padding: .5rem 1rem; margin: 1rem 0; scroll-margin-top: 1rem; }
.node:target { box-shadow: 0 0 0 3px var(--line); }
.node > .facts { margin: .25rem 0; }
.to { display: block; font-size: .9rem; }
.postmaster { background: var(--ground); border-radius: 6px; padding: .25rem .75rem .5rem; margin-top: .75rem; }
.markers { position: absolute; }
.markers path { fill: var(--soft); }
svg { display: block; font-family: system-ui, sans-serif; }
svg text { fill: var(--ink); }
svg a { text-decoration: none; }
svg a:focus-visible { outline: none; }
svg .body { fill: var(--ground); stroke: var(--line); stroke-width: 1.2; }
svg a:is(:hover, :focus-visible) .body { stroke-width: 3.5; }
svg .button { fill: var(--page); stroke: var(--line); stroke-width: .7; }
svg .dashed { stroke-dasharray: 4 3; }
svg .line { fill: none; stroke: var(--soft); stroke-width: 1.2; }
svg .stub .body { fill: var(--page); stroke-dasharray: 5 3; }
svg .start .body { fill: var(--ink); stroke: none; }
svg .start text { fill: var(--page); font-weight: 600; }
svg .title { font-size: 13px; font-weight: 600; }
svg .label, svg .of { font-size: 12px; }
svg .of { font-weight: 600; }
svg .stub .of { fill: var(--line); }
svg text.kind { font-size: 12px; fill: var(--line); }
svg .note { font-size: 11px; fill: var(--soft); }
svg .name { font: 11px ui-monospace, monospace; fill: var(--soft); }
@media (max-width: 640px) {
  .both { grid-template-columns: minmax(0, 1fr); }
  .both > :nth-child(2) { color: var(--soft); }
  h3 .both > :nth-child(2) { font-weight: 400; }
  main { padding: 12px; }
  .node { padding: .5rem .75rem; }
}
@page { size: A4 landscape; margin: 12mm; }
@media print {
  :root { font-size: 10pt; }
  main { max-width: none; padding: 0; }
  .flow { break-before: page; }
  .scroll { overflow: visible; border: 0; padding: 0; }
  .scroll svg { max-width: 100%; max-height: 16cm; height: auto; }
  .node, li { break-inside: avoid; }
  .back { display: none; }
}
`
