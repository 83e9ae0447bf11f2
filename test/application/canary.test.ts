import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import type { Person } from '../../src/application/ports.ts'
import type { Reply } from '../../src/application/reply.ts'
import { watchDesk } from '../../src/application/watch-desk.ts'
import type { SecretKind } from '../../src/intent/secret-mark.ts'
import { renderModal } from '../../src/slack/views/render-modal.ts'
import { renderPost } from '../../src/slack/views/render-post.ts'
import { renderWhisper } from '../../src/slack/views/render-whisper.ts'
import { chen, lin, Scene, wang } from './scene.ts'

/** How many walks, each with a secret in every text that anybody types. */
const walks = 200

const capital = fc.constantFrom('Kestrel', 'Marmot', 'Osprey', 'Lynx')
const fourDigits = fc.integer({ min: 1000, max: 9999 })

interface Canary {
  readonly kind: SecretKind
  /** The words in which it is given away, the secret as `{}`. */
  readonly said: string
  readonly secret: string
}

const canaryOf = (
  kind: SecretKind,
  said: readonly string[],
  secret: fc.Arbitrary<string>,
): fc.Arbitrary<Canary> => fc.record({ kind: fc.constant(kind), said: fc.constantFrom(...said), secret })

const canary: fc.Arbitrary<Canary> = fc.oneof(
  canaryOf(
    'password',
    [
      'my password is {}',
      'pwd={}',
      '密码是{}',
      '密码：{}',
      'I tried {} as my password',
      'password\n{}',
      'user / pass: lin.wei / {}',
    ],
    fc.tuple(capital, fourDigits, fc.constantFrom('', '!', '#x')).map((parts) => parts.join('')),
  ),
  canaryOf(
    'password',
    ['my password is {}', 'password: {}', '我的密码是 {}'],
    fc
      .shuffledSubarray(['kestrel', 'marmot', 'osprey', 'walnut', 'glacier'], { minLength: 4, maxLength: 4 })
      .map((words) => words.join(' ')),
  ),
  canaryOf(
    'code',
    ['the code is {}', 'I got {} but it is refused', '验证码 {}', '收到的验证码是{}', '{}'],
    fc.integer({ min: 100_000, max: 999_999 }).map(String),
  ),
  canaryOf(
    'code',
    ['the code is {}', '验证码是 {}', '{}'],
    fc
      .array(fc.integer({ min: 1, max: 9 }), { minLength: 6, maxLength: 6 })
      .map((digits) => digits.join(' ')),
  ),
  canaryOf(
    'answer',
    ['my first pet is {}', 'first pet: {}', 'the answer is {}', '密保答案是{}', '第一只宠物叫{}'],
    fc.tuple(capital, fc.stringMatching(/^[a-z]{6}$/)).map((parts) => parts.join('')),
  ),
  canaryOf(
    'token',
    ['my token is {}', '{}'],
    fourDigits.map((digits) => `xoxb-kestrel-${digits}-marmot`),
  ),
  canaryOf(
    'key',
    ['api key: {}', '密钥是{}'],
    fourDigits.map((digits) => `sk-osprey-${digits}-7f6e5d`),
  ),
)

interface Walk {
  /** One for each text field. */
  readonly canaries: readonly Canary[]
  readonly around: readonly [string, string]
}

const walk: fc.Arbitrary<Walk> = fc.record({
  canaries: fc.array(canary, { minLength: 10, maxLength: 10 }),
  around: fc.constantFrom(
    ['', ''],
    ['my account is locked. ', ''],
    ['您好，', '，谢谢'],
    ['', '\nplease help'],
  ),
})

/** Where there is one, a folder in memory: a disk would be waited for at each of thousands of commits. */
const folders = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

/** Hashes and moments, which hold any six digits sooner or later. */
const chance = /[0-9a-f]{64}|\d{13}/g

/** Runs on a database file, and gives back what that and its log then hold, byte by byte. */
async function onDisk(use: (scene: Scene) => Promise<void>): Promise<string> {
  const folder = await mkdtemp(join(folders, 'canary-'))
  try {
    const scene = await Scene.open({ database: `sqlite:${join(folder, 'walk.db')}` })
    try {
      await use(scene)
      const files = await readdir(folder)
      const bytes = (await Promise.all(files.map((file) => readFile(join(folder, file), 'latin1')))).join(
        '\n',
      )
      return bytes.replaceAll(chance, '')
    } finally {
      await scene.store.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What people and Slack are told: whispers, forms and posts, as Slack gets them. */
function shown(scene: Scene, replies: readonly Reply[]): string {
  const views = { guide: scene.context.guide, supportContact: { en: 'the desk', zh: '服务台' } }
  return JSON.stringify([
    replies.flatMap(({ whispers, language }) => whispers.map((each) => renderWhisper(each, language, views))),
    replies.flatMap(({ modal, language }) =>
      modal === undefined ? [] : [renderModal(modal, language, views)],
    ),
    [...scene.shown.values()].map(({ view }) => [view, renderPost(view, views)]),
  ])
}

/** Every text that anybody can type, each with a secret of its own, from the first words to a postmaster's thread. */
async function typeEverywhere(
  scene: Scene,
  { canaries, around }: Walk,
  walk: number,
): Promise<readonly Reply[]> {
  const replies: Reply[] = []
  const texts = canaries.map(({ said, secret }) => `${around[0]}${said.replace('{}', secret)}${around[1]}`)
  const text = (at: number): string => texts[at] ?? ''
  const warned = async (reply: Promise<Reply>): Promise<void> => {
    const { whispers } = await reply
    expect(whispers).toContainEqual(expect.objectContaining({ kind: 'secret_removed' }))
    replies.push(await reply)
  }
  // posts are sent now and then, as in a rush: a send after each deed would take most of the time
  const send = (): Promise<void> => Scene.prototype.sendPosts.call(scene)
  const person: Person = { ...lin, user: `U${walk}`, email: `lin.wei@walk${walk}.example.com` }

  await warned(scene.hear(person, text(0)))
  await warned(scene.hear(person, text(1), { via: 'mention' }))
  await warned(scene.command(person, text(2)))
  await warned(scene.hear(person, text(3), { hasFiles: true }))
  await scene.command(person, 'cancel')
  await scene.hear(person, 'my account is locked')
  await send()
  const { modal } = await scene.press(person, { type: 'asked_for_postmaster' })
  await warned(scene.submit(person, modal, { mailbox: text(4), screenText: text(5), note: text(6) }))
  await warned(scene.submit(person, modal, { screenText: text(5), note: text(6) }))
  await send()
  const ticket = scene.news(person).ticket.number
  await scene.act(chen, ticket, { type: 'claim' })
  await warned(scene.act(chen, ticket, { type: 'reply', text: text(7) }))
  await warned(scene.act(person, ticket, { type: 'add', text: text(8) }))
  await warned(scene.deliver((tx) => watchDesk(tx, { person: wang, text: text(9) })))
  await scene.drainTimers()
  await send()
  return replies
}

describe('a secret in each text that anybody types', () => {
  it(`is nowhere in the database and the posts of ${walks} walks, and its person is warned`, async () => {
    const secrets = new Set<string>()
    let walked = 0
    const written = await onDisk(async (scene) => {
      scene.sendPosts = async () => undefined
      await fc.assert(
        fc.asyncProperty(walk, async (each) => {
          walked += 1
          scene.shown.clear()
          const told = shown(scene, await typeEverywhere(scene, each, walked))
          expect(told).toContain('[secret removed: ')
          const asked = scene.classifier.asked.splice(0).join('\n')
          const typed = each.canaries.map(({ secret }) => secret)
          expect(typed.filter((secret) => told.includes(secret) || asked.includes(secret))).toEqual([])
          for (const secret of typed) secrets.add(secret)
        }),
        { numRuns: walks },
      )
    })
    expect(walked).toBe(walks)
    expect([...secrets].filter((secret) => written.includes(secret))).toEqual([])
  }, 120_000)

  it('would be found where a text did not go through the detector', async () => {
    const written = await onDisk(async (scene) => {
      await scene.ticketFor(lin, { note: 'the bird is a Kestrel4711' })
    })
    expect(written).toContain('Kestrel4711')
  })
})
