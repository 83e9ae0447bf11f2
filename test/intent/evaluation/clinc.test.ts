import { ClincData, measureClinc, operatingPoint } from '../../../src/intent/evaluation/clinc.ts'
import { sampleOutcome } from './sample-outcome.ts'
import { smallClinc } from './small-clinc.ts'

describe('ClincData', () => {
  it('takes the format, and refuses an empty split, another shape and names of prototypes', () => {
    expect(ClincData.safeParse(smallClinc).success).toBe(true)
    for (const train of [[], [['text']], [['text', '__proto__']], [['text', 'constructor']], 'rows']) {
      expect(ClincData.safeParse({ ...smallClinc, train }).success).toBe(false)
    }
  })
})

describe('operatingPoint', () => {
  it('loses one right message of a hundred, and the wrong ones for nothing', () => {
    const right = Array.from({ length: 97 }, (_, at) =>
      sampleOutcome('a', ['a'], undefined, { scope: 0.3 + at / 200 }),
    )
    const wrong = Array.from({ length: 3 }, () => sampleOutcome('a', ['b'], undefined, { scope: 0.1 }))
    expect(operatingPoint([...wrong, ...right])).toBeCloseTo(0.305, 12)
  })
})

describe('measureClinc', () => {
  it('learns labels that are not ours and asks about the test split alone', () => {
    const said: string[] = []
    const { outcomes, note } = measureClinc(smallClinc, { now: () => 0, say: (line) => said.push(line) })
    expect(outcomes).toHaveLength(21)
    const inside = outcomes.filter(({ intent }) => intent !== 'out_of_scope')
    expect(new Set(inside.map(({ intent }) => intent))).toEqual(new Set(['translate', 'transfer', 'weather']))
    expect(inside.every(({ intent, ranked }) => ranked[0]?.intent === intent)).toBe(true)
    expect(outcomes.every(({ ranked }) => ranked.every((each) => each.intent !== 'out_of_scope'))).toBe(true)
    expect(said.length).toBeGreaterThan(1)
    expect(note).toContain('validation split')
  })
})
