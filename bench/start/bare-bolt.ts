import { App } from '@slack/bolt'

/** What any Bolt app costs: it answers every direct message with "ok". Arguments: Web API, bot token, app token. */
const [slackApiUrl = '', token = '', appToken = ''] = process.argv.slice(2)
const app = new App({ token, appToken, socketMode: true, clientOptions: { slackApiUrl } })
app.message(async ({ say }) => {
  await say('ok')
})
await app.start()
