import { createInterface } from 'node:readline'
import { z } from 'zod'
import { IntentId } from '../../src/intent/intent-id.ts'
import { runCommand, startCommand } from './run-command.ts'

const Line = z.strictObject({
  intent: IntentId,
  confidence: z.number().min(0).max(1),
  decision: z.enum(['accept', 'clarify', 'fallback']),
  ranked: z.array(z.strictObject({ intent: IntentId, probability: z.number().min(0).max(1) })).length(16),
  lang: z.enum(['en', 'zh']),
  screen: z.string().optional(),
})

describe('classify', () => {
  it('explains one message to people', async () => {
    const { code, out, err } = await runCommand('classify.ts', ['my account is locked'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('accept: the person would see the first card of account_locked')
    expect(out).toMatch(/for +locked \+/)
    expect(out).toMatch(/against +\S/)
    expect(out).toMatch(/zone +answered at once: sure enough/)
    expect(out).toMatch(/\d+\.\d % +account_locked/)
  })

  it('names the rule that decided', async () => {
    expect((await runCommand('classify.ts', ['my vpn password is gone'])).out).toMatch(/rule +other_system/)
  })

  it('says where a message leads that quotes what the page says', async () => {
    const { out } = await runCommand('classify.ts', ['it says System error 209'])
    expect(out).toContain(
      'screen: the person would see the card wrong_address/address "You may be at the log-in',
    )
    expect(out).toMatch(/zone +none: what the page says is known/)
  })

  it('says which buttons a question back would have', async () => {
    expect((await runCommand('classify.ts', ['code password'])).out).toMatch(
      /clarify: .* \d buttons: .*\n +asked as: /,
    )
  })

  it('says what comes after where a person asks for two things', async () => {
    const { out } = await runCommand('classify.ts', ['locked out and I lost my phone'])
    expect(out).toContain('the first card of account_locked "My account is locked"')
    expect(out).toContain('a button for what comes after: lost_secure_phone "I lost or changed my phone"')
  })

  it('reads lines and writes lines, with errors in their place and exit code 1', async () => {
    const lines = [
      '{"text":"I forgot my password"}',
      'nonsense',
      '{"text":5}',
      '',
      '{"text":"密码忘了","id":7}',
      '{"text":""}',
      '{"text":"密码错误过多，请1小时后重试"}',
    ]
    const { code, out } = await runCommand('classify.ts', ['--jsonl'], `${lines.join('\n')}\n`)
    expect(code).toBe(1)
    const results = out
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line))
    expect(results).toHaveLength(lines.length)
    expect(Line.parse(results[0])).toMatchObject({
      intent: 'forgot_password',
      decision: 'accept',
      lang: 'en',
    })
    expect(Line.parse(results[4])).toMatchObject({ intent: 'forgot_password', lang: 'zh' })
    expect(Line.parse(results[5])).toMatchObject({ decision: 'fallback' })
    expect(Line.parse(results[6])).toMatchObject({ screen: 'account_locked/stop_tries' })
    for (const at of [1, 2, 3]) expect(results[at]).toEqual({ error: expect.any(String) })
  })

  it('exits with 0 when every line was good, the last without a line end', async () => {
    const { code, out } = await runCommand(
      'classify.ts',
      ['--jsonl'],
      '{"text":"hello"}\r\n{"text":"thanks"}',
    )
    expect(code).toBe(0)
    expect(
      out
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => Line.parse(JSON.parse(line)).intent),
    ).toEqual(['greeting', 'thanks_goodbye'])
  })

  it('answers each line before the next one is written', async () => {
    const child = startCommand('classify.ts', '--jsonl')
    const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
    for (const text of ['hello', 'my account is locked']) {
      child.stdin.write(`${JSON.stringify({ text })}\n`)
      expect(Line.parse(JSON.parse(String((await answers.next()).value))).decision).toBe('accept')
    }
    child.stdin.end()
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0)
  })

  it('helps', async () => {
    const { code, out } = await runCommand('classify.ts', ['--help'])
    expect(code).toBe(0)
    expect(out).toContain('npm run -s classify -- --jsonl')
  })

  it.each([[[]], [['--json']], [['two', 'words']], [['--jsonl', 'file']]])(
    'says how to be used when called with %j',
    async (args) => {
      const { code, out, err } = await runCommand('classify.ts', args)
      expect({ code, out }).toEqual({ code: 64, out: '' })
      expect(err).toContain('npm run -s classify -- "I forgot my password"')
    },
  )
})

describe('train', () => {
  it('helps, and refuses arguments', async () => {
    expect(await runCommand('train.ts', ['--help'])).toMatchObject({ code: 0, err: '' })
    expect(await runCommand('train.ts', ['now'])).toMatchObject({ code: 64, out: '' })
  })
})
