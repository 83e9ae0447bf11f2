import { compileGuide } from '../../src/guide/compile.ts'
import { nodeAt } from '../../src/guide/place.ts'
import { contentOf, smallDocuments, smallGuide, someSettings } from '../support/small-guide.ts'

describe('compileGuide', () => {
  it('puts the menu in order and leaves out what has no place in it', () => {
    expect(smallGuide().menu).toEqual(['locked', 'forgot'])
  })

  it('leaves files without a flow out', () => {
    expect([...smallGuide().flows.keys()]).toEqual(['locked', 'forgot', 'greeting', 'thanks_goodbye'])
  })

  it('resolves targets to places: own nodes, other flows, their nodes', () => {
    expect(nodeAt(smallGuide(), { flow: 'forgot', node: 'phone' })).toMatchObject({
      choices: [
        { id: 'lost', to: { flow: 'locked', node: 'help' } },
        { id: 'locked', to: { flow: 'locked', node: 'close' } },
      ],
    })
    expect(nodeAt(smallGuide(), { flow: 'locked', node: 'pause' })).toMatchObject({
      // biome-ignore lint/suspicious/noThenProperty: the content word for what comes after the wait
      then: { flow: 'locked', node: 'try' },
    })
  })

  it('fills the settings into texts of both languages, literally', () => {
    const guide = smallGuide({ supportContact: { en: '$& desk', zh: '$& 服务台' } })
    expect(nodeAt(guide, { flow: 'locked', node: 'close' })).toMatchObject({
      steps: [
        {
          en: 'Open https://qiye.aliyun.com/ and ask $& desk',
          zh: 'Open https://qiye.aliyun.com/ and ask $& 服务台（中）',
        },
      ],
    })
  })

  it('prunes choices that need QR log-in and starts elsewhere where it is off', () => {
    const guide = smallGuide({ qrLogin: false })
    expect(guide.flows.get('forgot')?.start).toEqual({ flow: 'forgot', node: 'phone' })
    expect(nodeAt(guide, { flow: 'forgot', node: 'app' })).toMatchObject({ choices: [{ id: 'no' }] })
  })

  it('throws on content with errors, naming them', () => {
    const issue = { severity: 'error', file: 'a.yml', path: 'title', message: 'is missing' } as const
    const content = { ...contentOf(smallDocuments), issues: [issue] }
    expect(() => compileGuide(content, someSettings)).toThrow('a.yml: title: is missing')
  })

  it('throws when a target leads nowhere', () => {
    const { locked: _, ...rest } = smallDocuments
    expect(() => compileGuide(contentOf(rest), someSettings)).toThrow('locked')
  })
})
