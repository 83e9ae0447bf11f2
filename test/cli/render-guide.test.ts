import { renderGuide } from '../../src/cli/render-guide.ts'
import { compileGuide } from '../../src/guide/compile.ts'
import { contentOf, smallDocuments, smallGuide, someSettings } from '../support/small-guide.ts'

describe('renderGuide', () => {
  it('finds nothing in a guide that Slack takes', () => {
    expect(renderGuide(smallGuide(), { en: 'the desk' }).issues).toEqual([])
  })

  it('names file, node, language and reason of what Slack would refuse', () => {
    const title = { en: 'Hello', zh: '您好' }
    const hello = {
      kind: 'answer',
      title,
      text: { en: 'Hello', zh: '字'.repeat(20_000) },
      choices: [{ id: 'a', label: title, to: 'flow:forgot' }],
    }
    const greeting = { title, utterances: {}, flow: { start: 'hello', nodes: { hello } } }
    const guide = compileGuide(contentOf({ ...smallDocuments, greeting }), someSettings)
    const { issues } = renderGuide(guide, { en: 'the desk' })
    expect(issues).toContainEqual({
      severity: 'error',
      file: 'greeting.yml',
      path: 'flow.nodes.hello',
      message: expect.stringMatching(/^Slack refuses the card \(zh\) at \/blocks/),
    })
    expect(issues.every((issue) => issue.message.includes('(zh)'))).toBe(true)
  })
})
