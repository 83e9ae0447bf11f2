import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compose, type Running } from '../../src/compose.ts'
import { parseConfig } from '../../src/config.ts'
import { startWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { root } from '../repo/source-tree.ts'
import { environmentFor, freePort } from '../support/start-postern.ts'
import { WorkspacePerson } from '../support/workspace-person.ts'

let contentFolder: string
let workspace: Workspace
let postern: Running
let anna: WorkspacePerson
let said: string[]
let heard: (() => void) | undefined

/** Waits until Postern has said a line that holds `text`. */
async function says(text: string): Promise<void> {
  while (!said.some((line) => line.includes(text))) {
    await new Promise<void>((resolve) => {
      heard = resolve
    })
  }
}

async function edit(file: string, before: string, after: string): Promise<void> {
  const path = join(contentFolder, file)
  const text = await readFile(path, 'utf8')
  expect(text).toContain(before)
  await writeFile(path, text.replace(before, after))
}

beforeEach(async () => {
  contentFolder = await mkdtemp(join(tmpdir(), 'postern-content-'))
  await cp(join(root, 'intents'), contentFolder, { recursive: true })
  said = []
  workspace = await startWorkspace({ port: 0 })
  const config = parseConfig(environmentFor(workspace, 'socket', await freePort(), 'sqlite::memory:'))
  const say = (line: string): void => {
    said.push(line)
    heard?.()
  }
  postern = await compose(config, { root, contentFolder, say })
  anna = new WorkspacePerson(workspace.address, workspace.employees[0] ?? '')
})

afterEach(async () => {
  await postern.stop()
  await workspace.stop()
  await rm(contentFolder, { recursive: true })
})

describe('watchContent', () => {
  it('takes a changed text while somebody is on their walk, who goes on from where they are', async () => {
    await anna.say('my account is locked')
    await anna.waitForText('Close Outlook, Foxmail')
    await edit('account_locked.yml', 'en: Now wait one hour from the last try', 'en: Wait a full hour')
    await says('the new one is in use')
    await anna.press('They are closed')
    await anna.waitForText('Wait a full hour')
  })

  it('says why it does not take content with a mistake, and goes on with what it had', async () => {
    await edit('account_locked.yml', 'to: wait,', 'to: nowhere,')
    await says('goes on with what it had')
    await says('account_locked.yml: flow.nodes.stop_tries.choices.0.to: leads to nowhere')
    await anna.say('my account is locked')
    await anna.press('They are closed')
    await anna.waitForText('Now wait one hour')
  })

  it('brings whoever was at a step that is gone to the nearest one, and says so', async () => {
    await anna.say('my account is locked')
    await anna.press("I can't reach one of them")
    await anna.waitForText('Cut that device off instead')
    const path = join(contentFolder, 'account_locked.yml')
    const text = await readFile(path, 'utf8')
    const without = text
      .replace(/^ {4}out_of_reach:\n(?: {6}.*\n)+/m, '')
      .replace('to: out_of_reach', 'to: unlock')
    await writeFile(path, without)
    await says('the new one is in use')
    await anna.press('It is cut off')
    await anna.waitForText('The step you were at is no longer there')
    await anna.press('They are closed')
    await anna.waitForText('Now wait one hour')
  })
})
