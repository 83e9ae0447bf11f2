import { join } from 'node:path'
import type { Content, ContentIssue } from '../../src/guide/content-set.ts'
import { lintContent } from '../../src/guide/lint.ts'
import { loadContent } from '../../src/guide/load.ts'
import { contentOf, smallDocuments, someSettings } from '../support/small-guide.ts'

/** The small content with the value at a dotted path replaced (or removed by undefined), unchecked by the schema. */
function broken(path: string, value: unknown): Content {
  const documents = structuredClone(smallDocuments) as Record<string, unknown>
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  let at: Record<string, unknown> = documents
  for (const key of keys) at = at[key] as Record<string, unknown>
  if (value === undefined) delete at[last]
  else at[last] = value
  return { files: new Map(), issues: [], documents: new Map(Object.entries(documents)) }
}

function found(path: string, value: unknown, qrLogin = true): string[] {
  return lintContent(broken(path, value), { ...someSettings, qrLogin }).map(
    (issue) => `${issue.severity} ${issue.file} ${issue.path}: ${issue.message}`,
  )
}

const issue = (text: string) => expect.stringContaining(text)
const node = 'locked.flow.nodes.close'

describe('lintContent', () => {
  it('finds nothing wrong with sound content, QR log-in on or off', () => {
    for (const qrLogin of [true, false]) {
      expect(lintContent(contentOf(smallDocuments), { ...someSettings, qrLogin })).toEqual([])
    }
  })

  it('finds no error in the shipped content', async () => {
    const content = await loadContent(join(__dirname, '../../intents'))
    for (const qrLogin of [true, false]) {
      expect(lintContent(content, { ...someSettings, qrLogin })).toEqual([])
    }
  })

  it('blames no other file for leading to one that cannot be read', () => {
    const { forgot: _, ...rest } = smallDocuments
    const content = (issues: readonly ContentIssue[]): Content => ({
      files: new Map(),
      documents: new Map(Object.entries(rest)),
      issues,
    })
    const unread = { severity: 'error', file: 'forgot.yml', path: 'line 2', message: 'bad YAML' } as const
    expect(lintContent(content([]), someSettings)).toContainEqual(
      expect.objectContaining({ file: 'greeting.yml', message: issue('does not exist') }),
    )
    expect(lintContent(content([unread]), someSettings)).toEqual([unread])
  })

  it.each<[string, string, unknown, string]>([
    [
      'a target that does not exist',
      `${node}.choices.0.to`,
      'nowhere',
      'error locked.yml flow.nodes.close.choices.0.to: leads to nowhere',
    ],
    [
      'a question about an intent that does not exist',
      'locked.confusable_with',
      { gone: { en: 'Locked, or gone?', zh: '是锁定，还是没有了？' } },
      'error locked.yml confusable_with.gone: names an intent without a flow',
    ],
    [
      'a question between an intent and itself',
      'locked.confusable_with',
      { locked: { en: 'Locked, or locked?', zh: '是锁定，还是锁定？' } },
      'confusable_with.locked: is this very intent',
    ],
    [
      'a question without its Chinese',
      'locked.confusable_with',
      { forgot: { en: 'Locked, or forgotten?' } },
      'confusable_with.forgot',
    ],
    [
      'a flow that does not exist',
      `${node}.choices.0.to`,
      'flow:gone',
      'leads to flow:gone, which does not exist',
    ],
    [
      'a node of another flow that does not exist',
      `${node}.choices.0.to`,
      'flow:forgot/gone',
      'leads to flow:forgot/gone',
    ],
    [
      'a wait that leads nowhere',
      'locked.flow.nodes.pause.then',
      'gone',
      'flow.nodes.pause.then: leads to gone',
    ],
    [
      'a message of the page that stands at two nodes',
      'forgot.flow.nodes.app.on_screen',
      { en: ['Too many password errors.'], zh: [] },
      'error forgot.yml flow.nodes.app.on_screen.en.0: stands at locked.yml, flow.nodes.close.on_screen.en.0 already',
    ],
    [
      'a message of the page that says nothing',
      `${node}.on_screen`,
      { en: ['error'], zh: [] },
      'flow.nodes.close.on_screen.en.0: is too short',
    ],
    ['a start that does not exist', 'locked.flow.start', 'gone', 'flow.start: names gone'],
    [
      'a start without QR that does not exist',
      'forgot.flow.start_without_qr',
      'gone',
      'flow.start_without_qr: names gone',
    ],
    [
      'a node that cannot be reached',
      'locked.flow.nodes.island',
      { kind: 'done', title: { en: 'x', zh: 'x' } },
      'flow.nodes.island: cannot be reached',
    ],
    ['a node without choices', 'locked.flow.nodes.try.choices', [], 'flow.nodes.try: is a dead end'],
    [
      'a circle',
      'locked.flow.nodes.try',
      {
        kind: 'ask',
        title: { en: 'x', zh: 'x' },
        choices: [{ id: 'a', to: 'try', label: { en: 'x', zh: 'x' } }],
      },
      'flow.nodes.try: only leads round in circles',
    ],
    [
      'a choice that stands twice',
      `${node}.choices.1.id`,
      'closed',
      'flow.nodes.close.choices.1.id: closed stands here twice',
    ],
    [
      'a place of the menu taken twice',
      'forgot.menu',
      1,
      'error forgot.yml menu: place 1 is taken by locked.yml',
    ],
    ['a missing flow', 'forgot.flow', undefined, 'error forgot.yml flow: is missing'],
    [
      'a flow where none belongs',
      'out_of_scope.flow',
      { start: 'x', nodes: {} },
      'error out_of_scope.yml flow: must not be here',
    ],
    [
      'a missing translation',
      `${node}.title.zh`,
      undefined,
      'warning locked.yml flow.nodes.close.title.zh: is missing',
    ],
    [
      'a label that does not fit',
      `${node}.choices.0.label.en`,
      'x'.repeat(80),
      'error locked.yml flow.nodes.close.choices.0.label.en: has 80 characters, at most 75 fit',
    ],
    [
      'a label that is long',
      `${node}.choices.0.label.en`,
      'x'.repeat(40),
      'warning locked.yml flow.nodes.close.choices.0.label.en: is long',
    ],
    [
      'a title in the menu that does not fit',
      'locked.title.zh',
      '字'.repeat(76),
      'error locked.yml title.zh: has 76 characters',
    ],
    [
      'a text that is too long',
      `${node}.text`,
      { en: 'x '.repeat(300), zh: 'x' },
      'flow.nodes.close.text.en: has 600',
    ],
    [
      'a link to another host',
      `${node}.steps.0.zh`,
      '请打开 https://evil.example/a。',
      'flow.nodes.close.steps.0.zh: links to https://evil.example/a,',
    ],
    [
      'a link without TLS',
      `${node}.steps.0.en`,
      'Open http://qiye.aliyun.com/.',
      'links to http://qiye.aliyun.com/,',
    ],
    ['a bare host', `${node}.steps.0.en`, 'Open mail-aliyun.com now', 'links to mail-aliyun.com'],
    [
      'a link in the postmaster’s steps',
      'locked.flow.nodes.help.postmaster.steps.0.en',
      'See https://company-skill.com',
      'links to https://company-skill.com',
    ],
    ['braces that name no setting', `${node}.title.en`, 'Open {url}', '{url} names no setting'],
    [
      'the console in a person’s step',
      `${node}.title.en`,
      'Open {console_url}',
      '{console_url} is for postmaster steps only',
    ],
    [
      'a text that asks for a secret',
      `${node}.title.en`,
      'Send me your password',
      'flow.nodes.close.title.en: seems to ask',
    ],
    [
      'a Chinese text that asks for a secret',
      `${node}.title.zh`,
      '请把验证码发给我',
      'flow.nodes.close.title.zh: seems to ask',
    ],
    [
      'a step that sends a locked-out person to their mail',
      `${node}.steps.0`,
      { en: 'Check your inbox.', zh: '打开短信。' },
      'error locked.yml flow.nodes.close.steps.0.en: sends a locked-out person to their mail',
    ],
    [
      'a Chinese text that sends a locked-out person to their mail',
      `${node}.text`,
      { en: 'A moment.', zh: '请查收邮件。' },
      'flow.nodes.close.text.zh: sends a locked-out person to their mail',
    ],
  ])('finds %s', (_, path, value, expected) => {
    expect(found(path, value)).toContainEqual(issue(expected))
  })

  it('finds a dead end that is one only where QR log-in is off', () => {
    const choices = [{ id: 'a', to: 'phone', label: { en: 'x', zh: 'x' }, when: 'qr_login' }]
    expect(found('forgot.flow.nodes.app.choices', choices)).toEqual([])
    expect(found('forgot.flow.nodes.app.choices', choices, false)).toEqual([
      issue('flow.nodes.app: is a dead end where QR log-in is off'),
    ])
  })

  it('lets postmasters read mail, and whoever is in again', () => {
    const mail = { en: 'Check your inbox.', zh: '请查收邮件。' }
    expect(found('locked.flow.nodes.help.postmaster.steps', [mail])).toEqual([])
    expect(found('locked.flow.nodes.done.steps', [mail])).toEqual([])
  })

  it('lets links, mail addresses and names of files pass that are no foreign hosts', () => {
    const text = 'See https://qiye.aliyun.com/ or help.aliyun.com, as lin.wei@example.com'
    expect(found(`${node}.steps.0.en`, text)).toEqual([])
  })

  describe('told the names of the intents', () => {
    const names = ['locked', 'forgot', 'greeting', 'thanks_goodbye', 'out_of_scope']
    const named = (content: Content, ...of: string[]) =>
      lintContent(content, someSettings, of).map(({ file, path, message }) => `${file} ${path}: ${message}`)

    it('wants a file for each', () => {
      expect(named(contentOf(smallDocuments), ...names, 'account_locked')).toEqual([
        'account_locked.yml : is missing',
      ])
    })

    it('finds utterances that nobody learns from', () => {
      const content = broken('greeting.utterances', { en: ['hi'], zh: [] })
      const others = names.filter((name) => name !== 'greeting')
      expect(named(content, ...others)).toContain(
        'greeting.yml utterances: are learnt by nobody: the file is named after no intent',
      )
    })

    it('wants another way into a file that is named after no intent', () => {
      const title = { en: 'x', zh: 'x' }
      const end = { kind: 'done', title }
      const island = (more: object): Content => {
        const documents = {
          ...smallDocuments,
          island: { title, flow: { start: 'a', nodes: { a: { ...end, ...more } } } },
        }
        return { files: new Map(), issues: [], documents: new Map(Object.entries(documents)) }
      }
      expect(named(island({}), ...names)).toEqual([
        'island.yml flow.nodes.a: cannot be reached from any start',
      ])
      expect(named(island({ on_screen: { en: ['an island in the sea'], zh: [] } }), ...names)).toEqual([])
    })
  })

  it('survives documents of any shape', () => {
    for (const value of [null, 3, 'text', [], { flow: 3 }, { flow: { nodes: [1, null] } }]) {
      expect(() => found('locked', value)).not.toThrow()
    }
  })

  it('passes on what loading found, errors first', () => {
    const loaded: ContentIssue = { severity: 'error', file: 'z.yml', path: 'x', message: 'bad' }
    const content = { ...broken(`${node}.title.zh`, undefined), issues: [loaded] }
    expect(lintContent(content, someSettings).map(({ severity }) => severity)).toEqual(['error', 'warning'])
  })
})
