import { createHmac } from 'node:crypto'

export const signingSecret = 'a signing secret of a test'

interface SignOptions {
  /** s since epoch; now, where left out */
  readonly at?: number
  readonly secret?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** Sends a body to a request URL, signed as Slack signs. */
export async function sendSigned(
  url: string,
  contentType: string,
  body: string,
  { at = Math.floor(Date.now() / 1000), secret = signingSecret, headers = {} }: SignOptions = {},
): Promise<Response> {
  const signature = createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex')
  return await fetch(url, {
    method: 'POST',
    body,
    headers: {
      'content-type': contentType,
      'x-slack-request-timestamp': String(at),
      'x-slack-signature': `v0=${signature}`,
      ...headers,
    },
  })
}

type Payload = Readonly<Record<string, unknown>>

/** An Events API request. */
export async function sendEvent(
  url: string,
  event: Payload,
  envelope: Payload = {},
  options?: SignOptions,
): Promise<Response> {
  const body = { type: 'event_callback', team_id: 'T0HOME', event_id: 'Ev1', event, ...envelope }
  return await sendSigned(url, 'application/json', JSON.stringify(body), options)
}

/** A click or a submitted form. */
export async function sendInteraction(
  url: string,
  payload: Payload,
  options?: SignOptions,
): Promise<Response> {
  const body = new URLSearchParams({ payload: JSON.stringify({ team: { id: 'T0HOME' }, ...payload }) })
  return await sendSigned(url, 'application/x-www-form-urlencoded', body.toString(), options)
}

/** A slash command. */
export async function sendCommand(
  url: string,
  fields: Readonly<Record<string, string>>,
  options?: SignOptions,
): Promise<Response> {
  const body = new URLSearchParams({ team_id: 'T0HOME', channel_id: 'C0ANY', ...fields })
  return await sendSigned(url, 'application/x-www-form-urlencoded', body.toString(), options)
}
