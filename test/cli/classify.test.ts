import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { IntentId } from '../../src/intent/intent-id.ts'

const root = join(__dirname, '..', '..')

function start(script: string, ...args: string[]): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [join('src', 'cli', script), ...args], { cwd: root })
}

interface Result {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

async function run(script: string, args: readonly string[], input = ''): Promise<Result> {
  const child = start(script, ...args)
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk) => {
    out += String(chunk)
  })
  child.stderr.on('data', (chunk) => {
    err += String(chunk)
  })
  child.stdin.end(input)
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { code, out, err }
}

const Line = z.strictObject({
  intent: IntentId,
  confidence: z.number().min(0).max(1),
  decision: z.enum(['accept', 'clarify', 'fallback']),
  ranked: z.array(z.strictObject({ intent: IntentId, probability: z.number().min(0).max(1) })).length(16),
  lang: z.enum(['en', 'zh']),
})

describe('classify', () => {
  it('explains one message to people', async () => {
    const { code, out, err } = await run('classify.ts', ['my account is locked'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('accept: the person would see the first card of account_locked')
    expect(out).toMatch(/words +locked \+/)
    expect(out).toMatch(/\d+\.\d % +account_locked/)
  })

  it('names the rule that decided', async () => {
    expect((await run('classify.ts', ['my vpn password is gone'])).out).toMatch(/rule +other_system/)
  })

  it('says which buttons a question back would have', async () => {
    expect((await run('classify.ts', ['code password'])).out).toMatch(/clarify: .* \d buttons: /)
  })

  it('reads lines and writes lines, with errors in their place and exit code 1', async () => {
    const lines = [
      '{"text":"I forgot my password"}',
      'nonsense',
      '{"text":5}',
      '',
      '{"text":"密码忘了","id":7}',
      '{"text":""}',
    ]
    const { code, out } = await run('classify.ts', ['--jsonl'], `${lines.join('\n')}\n`)
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
    for (const at of [1, 2, 3]) expect(results[at]).toEqual({ error: expect.any(String) })
  })

  it('exits with 0 when every line was good, the last without a line end', async () => {
    const { code, out } = await run('classify.ts', ['--jsonl'], '{"text":"hello"}\r\n{"text":"thanks"}')
    expect(code).toBe(0)
    expect(
      out
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => Line.parse(JSON.parse(line)).intent),
    ).toEqual(['greeting', 'thanks_goodbye'])
  })

  it('answers each line before the next one is written', async () => {
    const child = start('classify.ts', '--jsonl')
    const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
    for (const text of ['hello', 'my account is locked']) {
      child.stdin.write(`${JSON.stringify({ text })}\n`)
      expect(Line.parse(JSON.parse(String((await answers.next()).value))).decision).toBe('accept')
    }
    child.stdin.end()
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0)
  })

  it('helps', async () => {
    const { code, out } = await run('classify.ts', ['--help'])
    expect(code).toBe(0)
    expect(out).toContain('npm run -s classify -- --jsonl')
  })

  it.each([[[]], [['--json']], [['two', 'words']], [['--jsonl', 'file']]])(
    'says how to be used when called with %j',
    async (args) => {
      const { code, out, err } = await run('classify.ts', args)
      expect({ code, out }).toEqual({ code: 64, out: '' })
      expect(err).toContain('npm run -s classify -- "I forgot my password"')
    },
  )
})

describe('evaluate', () => {
  it('prints figures, a table and what was taken for what', async () => {
    const file = join(root, 'test', 'cli', 'labelled.jsonl')
    const { code, out, err } = await run('evaluate.ts', [file])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('all: 4 in scope, 2 out of scope')
    expect(out).toMatch(/macro-F1 +\d+\.\d %/)
    expect(out).toMatch(/out of scope: rejected +100\.0 %/)
    expect(out).toContain('forgot_password -> greeting')
  })

  it('names a bad line, a missing file and wrong use', async () => {
    const bad = await run('evaluate.ts', [join(root, 'package.json')])
    expect(bad).toMatchObject({ code: 65, out: '' })
    expect(bad.err).toContain('Line 1 is not')
    expect(await run('evaluate.ts', ['no-such-file'])).toMatchObject({ code: 65 })
    expect(await run('evaluate.ts', [])).toMatchObject({ code: 64 })
  })
})

describe('train', () => {
  it('helps, and refuses arguments', async () => {
    expect(await run('train.ts', ['--help'])).toMatchObject({ code: 0, err: '' })
    expect(await run('train.ts', ['now'])).toMatchObject({ code: 64, out: '' })
  })
})
