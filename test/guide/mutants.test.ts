import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CheckedContent, checkContent } from '../../src/cli/check-content.ts'
import { loadContent } from '../../src/guide/load.ts'

const shipped = join(__dirname, '../../intents')

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'intents-'))
  await cp(shipped, folder, { recursive: true })
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

async function checked(): Promise<CheckedContent> {
  return checkContent(await loadContent(folder))
}

/** Changes one node of one file; the change must do something. */
async function mutate(file: string, node: string, before: RegExp, after: string): Promise<void> {
  const path = join(folder, file)
  const text = await readFile(path, 'utf8')
  const from = text.indexOf(`\n    ${node}:\n`)
  const changed = text.slice(0, from) + text.slice(from).replace(before, after)
  expect([from > 0, changed !== text]).toEqual([true, true])
  await writeFile(path, changed)
}

type Mutant = readonly [
  what: string,
  change: readonly [file: string, node: string, before: RegExp, after: string],
  /** Within the file; the node is the one changed where it is not said. */
  path: string,
  message: string,
]

const mutants: readonly Mutant[] = [
  [
    'an exit removed',
    ['two_factor_failure.yml', 'other_method', /\n +- \{ id: none, .*\}/, ''],
    'flow.nodes.other_method',
    'is stuck here',
  ],
  [
    'two targets swapped',
    ['forgot_password.yml', 'have', /to: sms,([\s\S]*?)to: questions,/, 'to: questions,$1to: sms,'],
    'flow.nodes.have.choices.0.to',
    'is sent to "reset by questions" without answers',
  ],
  [
    'a language dropped',
    ['account_locked.yml', 'wait', /\n +zh: .*/, ''],
    'flow.nodes.wait.title.zh',
    'is missing',
  ],
  [
    'a text of 4,000 characters',
    ['frozen.yml', 'frozen', /text:\n +en: .*/, `text:\n        en: ${'x'.repeat(4000)}`],
    'flow.nodes.frozen.text.en',
    'has 4000 characters',
  ],
  [
    'a link elsewhere',
    ['wrong_address.yml', 'address', /\{login_url\}/, 'https://qiye-aliyun.example/'],
    'flow.nodes.address.steps.0.en',
    'links to https://qiye-aliyun.example/',
  ],
  [
    'a locked person sent to the QR code',
    ['account_locked.yml', 'stop_tries', /to: wait/, 'to: flow:qr_login/scan'],
    'flow.nodes.stop_tries.choices.0.to',
    'is sent to "scan code"',
  ],
  [
    'text messages as the only way for who has no phone',
    ['no_recovery_options.yml', 'still_in', /to: reset/, 'to: flow:forgot_password/sms'],
    'flow.nodes.still_in.choices.2.to',
    'is sent to "reset by text" without secure phone',
  ],
  [
    'a cycle',
    ['case_status.yml', 'none_open', /to: flow:which_path([\s\S]*?)to: in/, 'to: none_open$1to: none_open'],
    'flow.nodes.none_open',
    'only leads round in circles',
  ],
  [
    'an unknown label',
    ['captcha.yml', 'picture', /says: second_factor/, 'says: second_facter'],
    'flow.nodes.picture.choices.1.says.0',
    '"second_facter" is no word for this',
  ],
  [
    'a duplicate id',
    ['two_factor_failure.yml', 'other_method', /id: authenticator/, 'id: phone'],
    'flow.nodes.other_method.choices.1.id',
    'phone stands here twice',
  ],
]

describe('the guide check', () => {
  it('finds nothing wrong with the content as it is', async () => {
    expect((await checked()).issues).toEqual([])
  }, 60_000)

  it.each(mutants)(
    'catches %s',
    async (_, change, path, message) => {
      await mutate(...change)
      const [file] = change
      expect((await checked()).issues).toContainEqual(
        expect.objectContaining({ file, path, message: expect.stringContaining(message) }),
      )
    },
    60_000,
  )

  it('knows ten ways of getting it wrong', () => {
    expect(mutants).toHaveLength(10)
  })
})
