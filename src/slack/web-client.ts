import { WebClient, type WebClientOptions } from '@slack/web-api'
import type { Log } from '../application/ports.ts'
import { fetchOnce } from './fetch-once.ts'
import { createLibraryLogger } from './library-logger.ts'

interface WebClientSettings {
  readonly botToken: string
  readonly apiUrl: string
  readonly log: Log
}

/** Options under which a call is made once, ends in time, and says truthfully how it ended. */
export function webClientOptions(apiUrl: string, timeoutMs: number, log: Log): WebClientOptions {
  return {
    slackApiUrl: apiUrl,
    timeout: timeoutMs,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    fetch: fetchOnce,
    logger: createLibraryLogger(log),
  }
}

/** A client of Slack's Web API whose calls fail after `timeoutMs`. */
export function createWebClient({ botToken, apiUrl, log }: WebClientSettings, timeoutMs: number): WebClient {
  return new WebClient(botToken, webClientOptions(apiUrl, timeoutMs, log))
}
