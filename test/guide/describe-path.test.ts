import { describePath } from '../../src/guide/describe-path.ts'
import { smallGuide } from '../support/small-guide.ts'

describe('describePath', () => {
  it('says each question and answer in words, in both languages', () => {
    expect(describePath(smallGuide(), [{ flow: 'locked', node: 'close', choice: 'closed' }])).toEqual([
      {
        question: { en: 'Close the programs', zh: 'Close the programs（中）' },
        answer: { en: 'closed', zh: 'closed（中）' },
      },
    ])
  })

  it('tells an answer that was given again once, and another answer as well', () => {
    const answers = ['closed', 'closed', 'cannot', 'closed']
    const path = answers.map((choice) => ({ flow: 'locked', node: 'close', choice }))
    expect(describePath(smallGuide(), path).map(({ answer }) => answer.en)).toEqual(['closed', 'cannot'])
  })

  it('leaves out what the content no longer has', () => {
    const path = [
      { flow: 'gone', node: 'close', choice: 'closed' },
      { flow: 'locked', node: 'gone', choice: 'closed' },
      { flow: 'locked', node: 'close', choice: 'gone' },
      { flow: 'locked', node: 'done', choice: 'closed' },
    ]
    expect(describePath(smallGuide(), path)).toEqual([])
  })
})
