import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { smallClinc } from '../intent/evaluation/small-clinc.ts'
import { runCommand, startCommand } from './run-command.ts'

const labelled = join(__dirname, 'labelled.jsonl')

describe('evaluate', () => {
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'postern-evaluate-'))
  })
  afterAll(async () => {
    await rm(folder, { recursive: true })
  })

  async function file(name: string, text: string): Promise<string> {
    const path = join(folder, name)
    await writeFile(path, text)
    return path
  }

  const evaluate = (...args: string[]) => runCommand('evaluate.ts', args)

  it('prints figures, a table and what was taken for what', async () => {
    const { code, out, err } = await evaluate('--on', labelled)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('all (4 in, 2 out)')
    expect(out).toMatch(/best intent right +75\.0 % {2}\d+\.\d–\d+\.\d/)
    expect(out).toMatch(/macro-F1 +0\.\d{3}/)
    expect(out).toMatch(/out of scope: rejected +100\.0 %/)
    expect(out).toMatch(/milliseconds a message +p50 \d/)
    expect(out).toContain('forgot_password -> greeting')
  })

  it('takes a file without an option too', async () => {
    expect((await evaluate(labelled)).out).toContain('all (4 in, 2 out)')
  })

  it('goes by the language of the row, or the one the text is in', async () => {
    const path = await file(
      'languages.jsonl',
      '{"text":"hello","intent":"greeting","lang":"zh"}\n\n{"text":"hello","intent":"greeting","also":["which_path"]}\n',
    )
    expect((await evaluate('--on', path)).out).toMatch(/en \(1 in, 0 out\) +zh \(1 in, 0 out\)/)
  })

  it('gives the figures to machines, and the report to a browser', async () => {
    const html = join(folder, 'report.html')
    const { code, out, err } = await evaluate('--on', labelled, '--json', '--html', html)
    expect({ code, err }).toEqual({ code: 0, err: `Wrote ${html}.\n` })
    const read = JSON.parse(out)
    expect(read.all).toMatchObject({ inside: 4, outside: 2, accuracy: { count: 3, of: 4, share: 0.75 } })
    expect(read.all.calibration.points).toHaveLength(10)
    expect(read.perIntent.length).toBeGreaterThan(1)
    expect(await readFile(html, 'utf8')).toMatch(/^<!doctype html>/)
  })

  it('learns CLINC150’s format and says what it is doing', async () => {
    const path = await file('clinc.json', JSON.stringify(smallClinc))
    const { code, out, err } = await evaluate('--clinc', path)
    expect(code).toBe(0)
    expect(err).toContain('Learning 48 texts of 3 intents')
    expect(out).toContain('all (15 in, 6 out)')
    expect(out).toMatch(/best intent right +100\.0 %/)
  })

  it('cross-validates the content when nothing is named, and says each fold', async () => {
    const child = startCommand('evaluate.ts')
    const said = createInterface({ input: child.stderr })[Symbol.asyncIterator]()
    expect(String((await said.next()).value)).toMatch(/^Fold 1 of 5: learning \d{4} utterances/)
    child.kill()
    await new Promise((resolve) => child.on('close', resolve))
  })

  it.each([
    ['{"text":"a","intent":"greeting"}\nnonsense', 'Line 2 is not JSON'],
    ['\n{"text":"a","intent":"lunch"}', 'Line 2 is not right: intent: '],
    ['{"intent":"greeting"}', 'Line 1 is not right: text: needs a "text"'],
    ['{"text":"a","intent":"greeting","also":["lunch"]}', 'Line 1 is not right: also.0: '],
    ['{"text":"a","intent":"greeting","lang":"fr"}', 'Line 1 is not right: lang: '],
    ['[]', 'Line 1 is not right: must be an object'],
    ['\n', 'The file has no rows.'],
  ])('names the bad row of %j', async (text, problem) => {
    const { code, out, err } = await evaluate('--on', await file('bad.jsonl', text))
    expect({ code, out }).toEqual({ code: 65, out: '' })
    expect(err).toContain(problem)
  })

  it('names what is not CLINC150, and files that cannot be read or written', async () => {
    expect((await evaluate('--clinc', await file('a.json', '{'))).err).toContain('is not JSON')
    const rows = { ...smallClinc, val: [['text', 'translate'], ['text']] }
    const shape = await evaluate('--clinc', await file('b.json', JSON.stringify(rows)))
    expect(shape).toMatchObject({ code: 65, out: '', err: expect.stringContaining('is not CLINC150: val.1') })
    const missing = await evaluate('--on', join(folder, 'no-such-file'))
    expect(missing).toMatchObject({ code: 65, out: '', err: expect.stringContaining('cannot be read') })
    const unwritable = await evaluate(labelled, '--html', join(folder, 'no', 'such', 'folder.html'))
    expect(unwritable).toMatchObject({ code: 73, err: expect.stringContaining('cannot be written') })
  })

  it('helps', async () => {
    const { code, out } = await evaluate('--help')
    expect(code).toBe(0)
    expect(out).toContain('npm run -s evaluate -- --on FILE.jsonl')
  })

  it.each([
    [['--no-such-option']],
    [['--on']],
    [['a.jsonl', 'b.jsonl']],
    [['--on', 'a', '--clinc', 'b']],
    [['--html', '']],
  ])('says how to be used when called with %j', async (args) => {
    const { code, out, err } = await evaluate(...args)
    expect({ code, out }).toEqual({ code: 64, out: '' })
    expect(err).toContain('npm run -s evaluate -- --on FILE.jsonl')
  })
})
