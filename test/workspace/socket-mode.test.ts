import { SocketModeClient } from '@slack/socket-mode'
import { LogLevel, WebClient } from '@slack/web-api'
import { startWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { WorkspacePerson } from '../support/workspace-person.ts'

describe('Socket Mode', () => {
  let workspace: Workspace
  let web: WebClient
  let socket: SocketModeClient
  beforeEach(async () => {
    workspace = await startWorkspace({ port: 0 })
    web = new WebClient(workspace.botToken, { slackApiUrl: workspace.apiUrl })
    socket = new SocketModeClient({
      appToken: workspace.appToken,
      clientOptions: { slackApiUrl: workspace.apiUrl },
      logLevel: LogLevel.ERROR,
    })
    await socket.start()
  })
  afterEach(async () => {
    await socket.disconnect()
    await workspace.stop()
  })

  it('carries a message to the bot and its answer back', async () => {
    const [anna = ''] = workspace.employees
    const person = new WorkspacePerson(workspace.address, anna)
    socket.on('message', async ({ event, ack }) => {
      await ack()
      if (event.bot_id === undefined)
        await web.chat.postMessage({ channel: event.channel, text: `heard: ${event.text}` })
    })
    await person.say('I forgot <it> & mail me@example.com')
    const message = await person.waitForText('heard:')
    expect(message.text).toBe('heard: I forgot &lt;it&gt; &amp; mail <mailto:me@example.com|me@example.com>')
  })
})
