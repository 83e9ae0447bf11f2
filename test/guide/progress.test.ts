import fc from 'fast-check'
import type { Place } from '../../src/guide/guide.ts'
import { exits, nodeAt } from '../../src/guide/place.ts'
import { progress } from '../../src/guide/progress.ts'
import type { Step } from '../../src/guide/session.ts'
import { smallGuide } from '../support/small-guide.ts'

const guide = smallGuide()
const at = (flow: string, node: string, path: Step[] = []) => progress(guide, { flow, node }, path)
const step = (flow: string, node: string): Step => ({ flow, node, choice: 'x' })

describe('progress', () => {
  it('counts the longest way to the end from the start of a flow', () => {
    expect(at('locked', 'close')).toEqual({ step: 1, of: 3 })
    expect(at('forgot', 'app')).toEqual({ step: 1, of: 2 })
  })

  it('counts on with every different node passed', () => {
    expect(at('locked', 'pause', [step('locked', 'close')])).toEqual({ step: 2, of: 3 })
  })

  it('gives a node that is met again its old number', () => {
    const path = [step('locked', 'close'), step('locked', 'pause'), step('locked', 'try')]
    expect(at('locked', 'close', path)).toEqual({ step: 1, of: 3 })
  })

  it('counts neither being in nor the form for a postmaster as a step', () => {
    const path = [step('locked', 'close'), step('locked', 'pause')]
    expect(at('locked', 'help', path)).toEqual({ step: 2, of: 2 })
    expect(at('locked', 'done', path)).toEqual({ step: 2, of: 2 })
    expect(at('locked', 'close', [...path, step('locked', 'help')])).toEqual({ step: 1, of: 3 })
  })

  it('begins anew in another flow', () => {
    expect(at('locked', 'close', [step('forgot', 'app'), step('forgot', 'phone')])).toEqual({
      step: 1,
      of: 3,
    })
  })

  it('is 1 of 1 for a place the content no longer has', () => {
    expect(at('gone', 'x')).toEqual({ step: 1, of: 1 })
    expect(at('locked', 'gone')).toEqual({ step: 1, of: 1 })
  })

  it('never says that more lies ahead after a step forward', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3), { maxLength: 8 }), (turns) => {
        let place: Place = { flow: 'locked', node: 'close' }
        const path: Step[] = []
        let { of } = progress(guide, place, path)
        for (const turn of turns) {
          const node = nodeAt(guide, place)
          const next = node && exits(node)[turn]
          if (next === undefined || next.flow !== place.flow) return
          if (path.some(({ node: passed }) => passed === next.node)) return
          path.push({ ...place, choice: 'x' })
          place = next
          const now = progress(guide, place, path)
          expect(now.step).toBeLessThanOrEqual(now.of)
          expect(now.of).toBeLessThanOrEqual(of)
          of = now.of
        }
      }),
    )
  })
})
