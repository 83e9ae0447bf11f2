import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { heardIn } from '../src/application/heard-in.ts'
import { composeClassifier } from '../src/compose-classifier.ts'
import { Environment, supportContact } from '../src/environment.ts'
import { compileGuide } from '../src/guide/compile.ts'
import type { GuideEvent } from '../src/guide/events.ts'
import type { Guide } from '../src/guide/guide.ts'
import { loadContent } from '../src/guide/load.ts'
import { nodeAt } from '../src/guide/place.ts'
import type { Session } from '../src/guide/session.ts'
import { beginSession, transition } from '../src/guide/transition.ts'
import type { Classifier } from '../src/intent/understanding.ts'
import { Language } from '../src/language.ts'
import { type CoverageRow, coverageRows, coverageTable, testName } from './support/coverage-rows.ts'

const root = join(__dirname, '..')
const now = Date.UTC(2026, 10, 23, 7)

let guide: Guide
let classifier: Classifier

beforeAll(async () => {
  const content = await loadContent(join(root, 'intents'))
  const settings = Environment.parse({})
  guide = compileGuide(content, {
    loginUrl: settings.ALIMAIL_LOGIN_URL,
    consoleUrl: settings.ALIMAIL_CONSOLE_URL,
    supportContact: supportContact(settings.SUPPORT_CONTACT),
    qrLogin: true,
  })
  classifier = await composeClassifier({
    content,
    shippedModel: join(root, 'src/intent/shipped-model.json'),
    cacheFolder: join(tmpdir(), 'postern-coverage'),
    say: () => undefined,
  })
})

/** How the person begins: at the menu, or by typing; where a bare query is asked back about, they take what they meant. */
function opening(row: CoverageRow, language: Language): GuideEvent[] {
  if (row.says === undefined) return [{ type: 'picked', flow: row.menu ?? '' }]
  const text = row.says[language]
  const heard = heardIn(guide, classifier.understand(text), text)
  const asksBack = row.isQuery === true && heard.kind === 'clarify'
  if (asksBack) expect(heard.intents).toContain(row.ends.flow)
  return [{ type: 'said', heard }, ...(asksBack ? [{ type: 'picked', flow: row.ends.flow } as const] : [])]
}

function walked(row: CoverageRow, language: Language): Session {
  const begun = beginSession({
    id: 's',
    team: 'T',
    user: 'U',
    language,
    guide: guide.version,
    card: 'c',
    now,
  })
  const presses = row.presses.map((choice): GuideEvent => ({ type: 'chose', choice }))
  return [...opening(row, language), ...presses].reduce((session, event) => {
    const next = transition(guide, session, event, now).session
    expect(next).not.toBe(session)
    return next
  }, begun)
}

describe('the source document', () => {
  it.each(coverageRows.map((row) => [testName(row), row] as const))('%s', (_, row) => {
    for (const language of Language.options) {
      expect(walked(row, language).screen).toMatchObject({ kind: 'node', ...row.ends })
    }
    const words = JSON.stringify(nodeAt(guide, row.ends))
    for (const fact of row.facts) expect(words).toContain(fact)
  })

  it('has 27 lines: 3 questions, 4 branches, 3 paths, 6 FAQ, 11 queries', () => {
    const kinds = coverageRows.map((row) => row.number.charAt(0)).join('')
    expect(kinds).toBe('QQQBBBBPPPFFFFFFRRRRRRRRRRR')
    expect(new Set(coverageRows.map((row) => row.number)).size).toBe(27)
  })

  it('is tabulated in docs/coverage.md just as it is tested', () => {
    const table = readFileSync(join(root, 'docs/coverage.md'), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .join('\n')
    expect(table).toBe(coverageTable(coverageRows))
  })
})
