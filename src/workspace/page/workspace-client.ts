import { PageResult, PageState } from '../page-api.ts'

function headers(person: string | undefined): Record<string, string> {
  return person ? { 'x-acting-user': person } : {}
}

/** The server does not know the acting person, such as after `npm start -- --fresh`. */
export class UnknownPerson extends Error {}

/** What the person may see; without a person, the server's first. */
export async function fetchState(person: string | undefined, signal: AbortSignal): Promise<PageState> {
  const response = await fetch('/page/state', { headers: headers(person), signal })
  if (person && response.status >= 400 && response.status < 500) throw new UnknownPerson(person)
  if (!response.ok) throw new Error(`status ${response.status}`)
  return PageState.parse(await response.json())
}

/** Does something as the person; never throws: a server that does not answer is the error `unreachable`. */
export async function act(person: string, path: string, body: object): Promise<PageResult> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { ...headers(person), 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const result = PageResult.safeParse(await response.json().catch(() => undefined))
    return result.success ? result.data : { ok: false, error: `status ${response.status}` }
  } catch {
    return { ok: false, error: 'unreachable' }
  }
}
