import { bayesCounts, withoutDocuments } from '../../src/intent/bayes-counts.ts'
import { features } from '../../src/intent/features.ts'
import { fitBayes } from '../../src/intent/fit-bayes.ts'
import { documentsOf, holdOut } from '../../src/intent/held-out.ts'
import { signNames } from '../../src/intent/sign-names.ts'
import { weightTable } from '../../src/intent/weight-table.ts'

const texts: readonly (readonly [string, string])[] = [
  ['locked', 'my account is locked'],
  ['locked', 'the account was blocked after too many tries'],
  ['locked', 'unlock it please'],
  ['forgot', 'i forget the password'],
  ['forgot', 'need a new password'],
  ['forgot', 'can not remember it'],
]
const read = texts.map(([label, normalised]) => ({ label, normalised, found: features(normalised) }))
const none = weightTable([])
const labels = ['locked', 'forgot']
const count = (some: typeof read, kind: 'words' | 'pieces') => bayesCounts(fitBayes(documentsOf(some, kind)))

describe('withoutDocuments', () => {
  it('leaves the counts that natural holds when it has never seen the documents', () => {
    const [left, kept] = [read.slice(0, 2), read.slice(2)]
    const less = withoutDocuments(count(read, 'words'), documentsOf(left, 'words'))
    const never = count(kept, 'words')
    expect(less.documents).toEqual(never.documents)
    const known = [...less.features].filter(([, each]) => each.size > 0)
    expect(new Map(known)).toEqual(never.features)
  })
})

describe('holdOut', () => {
  const held = (asked: (normalised: string) => boolean) => {
    const seen: number[] = []
    const rows = holdOut(
      read,
      { words: count(read, 'words'), pieces: count(read, 'pieces') },
      {
        outside: -1,
        asked,
        compile: ({ words }) => {
          seen.push([...words.documents.values()].reduce((sum, each) => sum + each, 0))
          return { labels, words: none, pieces: none }
        },
      },
    )
    return { rows, seen }
  }

  it('scores every utterance once, by tables without its fold', () => {
    const { rows, seen } = held(() => true)
    expect(rows.map(({ label }) => label).sort()).toEqual(read.map(({ label }) => label).sort())
    expect(seen.reduce((sum, each) => sum + each, 0)).toBe(4 * read.length)
    for (const { signs } of rows) {
      expect(signs).toHaveLength(signNames.length)
      expect(signs.every(Number.isFinite)).toBe(true)
    }
  })

  it('leaves out what a rule decides', () => {
    expect(held((text) => !text.includes('blocked')).rows).toHaveLength(read.length - 1)
  })
})
