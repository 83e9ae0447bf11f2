import type { Running } from '../../src/compose.ts'
import { createClassifier } from '../../src/intent/classifier.ts'
import type { IntentId } from '../../src/intent/intent-id.ts'
import { startWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { root } from '../repo/source-tree.ts'
import { shippedArtefact } from '../support/shipped-examples.ts'
import { startPostern } from '../support/start-postern.ts'
import { buttonsInSight, WorkspacePerson } from '../support/workspace-person.ts'

let workspace: Workspace
let postern: Running
let anna: WorkspacePerson

beforeEach(async () => {
  workspace = await startWorkspace({ port: 0 })
  postern = await startPostern(workspace, 'socket', root)
  anna = new WorkspacePerson(workspace.address, workspace.employees[0] ?? '')
})

afterEach(async () => {
  await postern.stop()
  await workspace.stop()
})

const buttons = async (): Promise<string[]> =>
  buttonsInSight(await anna.state(), await anna.dm()).map(({ label }) => label)

/** A message that the shipped model, which changes with every utterance, asks back about with these two buttons first. */
function askedBack(between: readonly IntentId[]): string {
  const { understand } = createClassifier(shippedArtefact())
  const texts = [
    'sms code issue',
    'trouble with the text message code',
    'codes',
    'a code of the sms',
    'verification code',
  ]
  const text = texts.find((each) => {
    const { decision } = understand(each)
    return (
      decision.kind === 'clarify' && between.every((intent) => decision.intents.slice(0, 2).includes(intent))
    )
  })
  if (text === undefined) throw new Error('the model is sure of all of these texts')
  return text
}

describe('compose, by how sure it is of a message', () => {
  it('answers at once where it is sure', async () => {
    await anna.say('I forgot my password')
    await anna.waitForText('Which of these do you still have?')
  })

  it('asks the one question that tells two likely things apart, and takes the answer', async () => {
    await anna.say(askedBack(['two_factor_failure', 'sms_code_not_received']))
    await anna.waitForText('Does a code arrive and is then refused')
    expect(await buttons()).toEqual(
      expect.arrayContaining(['My code is not accepted', 'No text message arrives', 'None of these']),
    )
    await anna.press('No text message arrives')
    await anna.waitForText('The text message usually comes within two minutes')
  })

  it('says what it is for where a message is not, and offers a person the second time', async () => {
    await anna.say('what is for lunch in the canteen today')
    await anna.waitForText('I can only help you back into your company mailbox')
    expect((await buttons())[0]).not.toBe('Talk to a postmaster')
    await anna.say('please book me a meeting room')
    await anna.waitForText('to guess')
    expect((await buttons())[0]).toBe('Talk to a postmaster')
    await anna.press('Talk to a postmaster')
    await anna.waitFor((state) => state.modals.length === 1, 'the form for the postmasters')
  })

  it('lands on the node of what the screen says, without a question', async () => {
    await anna.say('it says: System error 209')
    await anna.waitForText('You may be at the log-in page of another region')
  })
})
