import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkContent } from '../../../src/cli/check-content.ts'
import { checkSummary } from '../../../src/cli/check-summary.ts'
import { Claim } from '../../../src/guide/claim.ts'
import type { Content } from '../../../src/guide/content-set.ts'
import { loadContent } from '../../../src/guide/load.ts'
import { symptoms } from '../../../src/guide/simulation/symptoms.ts'
import { Way } from '../../../src/guide/way.ts'

let content: Content

beforeAll(async () => {
  content = await loadContent(join(__dirname, '../../../intents'))
})

describe('the shipped content, played', () => {
  it('brings tens of thousands of persons in or to a postmaster within 8 clicks, without a mistake', () => {
    const checked = checkContent(content)
    const { simulation } = checked
    expect(checked.issues).toEqual([])
    expect(simulation?.persons).toBeGreaterThan(50_000)
    expect(simulation?.walks).toBeGreaterThan(250_000)
    expect(simulation?.longest.clicks).toBeLessThanOrEqual(8)
    expect(simulation?.longestSurprised.clicks).toBeLessThanOrEqual(12)
    const handedOver = [...(simulation?.handedOver.values() ?? [])].reduce((sum, count) => sum + count, 0)
    expect((simulation?.alone ?? 0) + handedOver).toBe(simulation?.persons)
    expect((simulation?.alone ?? 0) / handedOver).toBeGreaterThan(2)
    expect(checkSummary(content, checked)).toMatch(
      /^25 files, \d+ nodes, \d+ texts, \d+ rendered views in 2 languages\n[\d,]+ persons played on [\d,]+ walks: \d\d\.\d % in by themselves, \d\d\.\d % with a postmaster \(.*\)\nlongest walk 8 clicks: .*\n.*, 12 clicks: .*\n0 errors, 0 warnings$/,
    )
  }, 60_000)

  it('uses every word that notes may use, and leads through every way', () => {
    const nodes = [...content.files.values()].flatMap((file) => Object.values(file.flow?.nodes ?? {}))
    const words = nodes.flatMap((node) => [
      ...(node.on_screen?.says ?? []),
      ...('choices' in node ? node.choices.flatMap(({ says = [] }) => says) : []),
    ])
    const lived = symptoms.flatMap(({ problems, tells }) => [...problems, ...tells])
    expect(
      Claim.options.filter((claim) => !words.includes(claim) && !lived.includes(claim as never)),
    ).toEqual([])
    expect(Way.options.filter((way) => !nodes.some((node) => 'way' in node && node.way === way))).toEqual([])
  })

  it('is played from every flow that the model leads to', () => {
    const flows = new Set([...symptoms.flatMap((symptom) => symptom.flows), 'greeting', 'which_path'])
    const intents = [...content.files].filter(([, file]) => file.utterances.en.length > 0).map(([id]) => id)
    expect(intents.filter((id) => !flows.has(id))).toEqual(['out_of_scope'])
  })

  it('uses words that the authoring guide explains', () => {
    const guide = readFileSync(join(__dirname, '../../../docs/authoring.md'), 'utf8')
    expect([...Claim.options, ...Way.options].filter((word) => !guide.includes(`\`${word}\``))).toEqual([])
  })
})
