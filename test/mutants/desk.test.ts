import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { read, root } from '../repo/source-tree.ts'
import { controlTable, withControlTable } from './control-table.ts'
import { controls, notBuilt } from './controls.ts'
import { desk } from './desk.ts'
import { mutated } from './run-mutants.ts'

describe('the mutants of the desk', () => {
  it.each(desk)('fit the code: $control, $removes', (mutant) => {
    const text = read(mutant.file)
    expect(mutated(text, mutant)).not.toBe(text)
  })

  it('are told by tests that exist', () => {
    const missing = desk.flatMap(({ tests }) => tests).filter((path) => !existsSync(join(root, path)))
    expect(missing).toEqual([])
    expect(desk.filter(({ tests }) => tests.length === 0)).toEqual([])
  })

  it('take away every control that is built', () => {
    const without = Object.keys(controls).filter((each) => desk.every(({ control }) => control !== each))
    expect(without).toEqual(notBuilt)
  })

  it('say each what they take away', () => {
    const named = desk.map(({ control, removes }) => `${control} ${removes}`)
    expect(named.filter((each, at) => named.indexOf(each) !== at)).toEqual([])
  })

  it('are the table in docs/security.md (npm run -s mutants -- docs writes it)', () => {
    expect(read('docs/security.md')).toContain(controlTable(desk))
  })
})

describe('mutated', () => {
  const [mutant] = desk
  it('takes away one thing, and only where it is one', () => {
    if (mutant === undefined) throw new Error('no mutants')
    const { find } = mutant
    expect(mutated(`a ${find} b`, mutant)).toBe(`a ${mutant.replace} b`)
    expect(() => mutated('', mutant)).toThrow('0 times')
    expect(() => mutated(`${find} ${find}`, mutant)).toThrow('2 times')
  })
})

describe('withControlTable', () => {
  it('replaces the table alone', () => {
    const before = `# A\n\n${controlTable([])}\n## B\n`
    expect(withControlTable(before, desk)).toBe(`# A\n\n${controlTable(desk)}\n## B\n`)
    expect(() => withControlTable('# A\n', desk)).toThrow('no table')
  })
})
