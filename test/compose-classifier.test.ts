import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { composeClassifier, trainingExamples } from '../src/compose-classifier.ts'
import type { Content } from '../src/guide/content-set.ts'
import { contentHash } from '../src/intent/content-hash.ts'
import { IntentId } from '../src/intent/intent-id.ts'
import { shippedContent, shippedModelPath } from './support/shipped-examples.ts'

const small: Content = {
  issues: [],
  files: new Map([
    ['forgot_password', { title: { en: 'a' }, utterances: { en: ['forgot my password'], zh: ['密码忘了'] } }],
    ['account_locked', { title: { en: 'b' }, utterances: { en: ['account locked'], zh: [] } }],
    ['not_an_intent', { title: { en: 'c' }, utterances: { en: ['ignored'], zh: [] } }],
  ]),
}

describe('trainingExamples', () => {
  it('are the utterances of intents, with label and language', () => {
    expect(trainingExamples(small)).toEqual([
      { label: 'forgot_password', language: 'en', text: 'forgot my password' },
      { label: 'forgot_password', language: 'zh', text: '密码忘了' },
      { label: 'account_locked', language: 'en', text: 'account locked' },
    ])
  })

  it('begin with the words on the button, where an intent has a flow', () => {
    const flow = { start: 'end', nodes: { end: { kind: 'done' as const, title: { en: 'in' } } } }
    const title = { en: 'I forgot it', zh: '忘了' }
    const files = new Map([['forgot_password', { title, flow, utterances: { en: ['forgot'], zh: [] } }]])
    expect(trainingExamples({ issues: [], files }).map(({ text }) => text)).toEqual([
      'I forgot it',
      'forgot',
      '忘了',
    ])
  })
})

describe('composeClassifier', () => {
  let cacheFolder: string
  let said: string[]
  const compose = (content: Content, shippedModel = shippedModelPath, folder = cacheFolder) =>
    composeClassifier({ content, shippedModel, cacheFolder: folder, say: (line) => said.push(line) })

  beforeEach(async () => {
    cacheFolder = await mkdtemp(join(tmpdir(), 'postern-model-'))
    said = []
  })
  afterEach(() => rm(cacheFolder, { recursive: true, force: true }))

  it('leads from the words on every button to its flow, in both languages', async () => {
    const content = await shippedContent()
    const classifier = await compose(content)
    const wrong = IntentId.options.flatMap((id) =>
      Object.values(content.files.get(id)?.title ?? {}).filter((words = '') => {
        const { decision } = classifier.understand(words)
        return decision.kind !== 'accept' || decision.intent !== id
      }),
    )
    expect(wrong).toEqual([])
  })

  it('takes the shipped model for the shipped content, and says nothing', async () => {
    const classifier = await compose(await shippedContent())
    expect(classifier.understand('I forgot my password').intent).toBe('forgot_password')
    expect(said).toEqual([])
    expect(await readdir(cacheFolder)).toEqual([])
  })

  it('learns changed content once, says so in one line, and keeps the model', async () => {
    const first = await compose(small, shippedModelPath, join(cacheFolder, 'deep'))
    expect(said).toHaveLength(1)
    expect(await readdir(join(cacheFolder, 'deep'))).toEqual([
      `model-${contentHash(trainingExamples(small))}.json`,
    ])
    const second = await compose(small, shippedModelPath, join(cacheFolder, 'deep'))
    expect(said).toHaveLength(1)
    expect(second.understand('account locked')).toEqual(first.understand('account locked'))
  })

  it.each(['', 'not JSON', '{}', '[1]'])(
    'learns again when the kept model is damaged: %j',
    async (damage) => {
      const path = join(cacheFolder, `model-${contentHash(trainingExamples(small))}.json`)
      await writeFile(path, damage)
      const classifier = await compose(small, join(cacheFolder, 'missing.json'))
      expect(classifier.understand('account locked').intent).toBe('account_locked')
      expect(said).toHaveLength(1)
      expect((await readFile(path, 'utf8')).length).toBeGreaterThan(100)
    },
  )

  it('goes on, and says so, where the model cannot be kept', async () => {
    const file = join(cacheFolder, 'file')
    await writeFile(file, '')
    const classifier = await compose(small, shippedModelPath, file)
    expect(classifier.understand('account locked').intent).toBe('account_locked')
    expect(said).toHaveLength(2)
  })
})
