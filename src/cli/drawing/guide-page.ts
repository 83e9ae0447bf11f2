import type { Content } from '../../guide/content-set.ts'
import { type Language, localise } from '../../language.ts'
import { escapeHtml } from '../escape-html.ts'
import { both, describeFlow, describeNode, languageTag } from './describe-node.ts'
import { drawFlow } from './draw-flow.ts'
import { drawingWords } from './drawing-words.ts'
import { anchorOf, type GuideMap, hrefOf, type MappedFlow, mapGuide } from './guide-map.ts'
import type { LayOut } from './lay-out.ts'
import { pageStyles } from './page-styles.ts'

/** Nothing may run and nothing may be loaded, whatever the content holds. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

const arrow =
  '<svg class="markers" width="0" height="0" aria-hidden="true"><marker id="/arrow" viewBox="0 0 8 8" refX="7.5" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z"/></marker></svg>'

function legend(language: Language): string {
  const { kinds, stub, dashed, legend } = drawingWords[language]
  const items = Object.entries(kinds).map(
    ([kind, [name, meaning]]) => `<li class="${kind}"><span class="kind">${name}</span> ${meaning}</li>`,
  )
  const others = [stub, dashed].map((each) => `<li class="dashed">${each}</li>`)
  return `<h2>${legend}</h2>\n<ul class="legend">\n${[...items, ...others].join('\n')}\n</ul>`
}

function contents({ flows }: GuideMap, language: Language): string {
  const items = flows.map(
    ({ id, file }) =>
      `<li><a href="${hrefOf({ flow: id })}">${escapeHtml(localise(file.title, language))}</a></li>`,
  )
  const { flows: heading } = drawingWords[language]
  return `<nav aria-labelledby="/flows">\n<h2 id="/flows">${heading}</h2>\n<ol class="flows">\n${items.join('\n')}\n</ol>\n</nav>`
}

function section(map: GuideMap, flow: MappedFlow, language: Language, layOut: LayOut): string {
  const words = drawingWords[language]
  const label = escapeHtml(`${words.drawingOf(localise(flow.file.title, language))}. ${words.scroll}`)
  return [
    `<section class="flow">`,
    `<h2 id="${escapeHtml(anchorOf({ flow: flow.id }))}">${both(flow.file.title, language)}</h2>`,
    describeFlow(map, flow, language),
    `<div class="scroll" role="region" tabindex="0" aria-label="${label}">\n${drawFlow(map, flow, language, layOut)}\n</div>`,
    ...flow.nodes.map((node) => describeNode(map, node, language)),
    `<p class="back"><a href="#/flows">${words.back}</a></p>`,
    '</section>',
  ].join('\n')
}

/** Content without errors as one HTML page that loads and runs nothing: each flow drawn, each node in full. */
export function guidePage(content: Content, language: Language, layOut: LayOut): string {
  const map = mapGuide(content)
  const { title, intro } = drawingWords[language]
  return [
    '<!doctype html>',
    `<html lang="${languageTag[language]}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<link rel="icon" href="data:,">',
    `<title>${title}</title>`,
    `<style>${pageStyles}</style>`,
    '</head>',
    '<body>',
    arrow,
    `<main>\n<h1>${title}</h1>\n<p>${intro}</p>`,
    legend(language),
    contents(map, language),
    ...map.flows.map((flow) => section(map, flow, language, layOut)),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n')
}
