/** For every message: Slack shows it as it is written, and adds no preview, no mention and no link of its own. `link_names` stays unset. */
export const asWritten = { parse: 'none', unfurl_links: false, unfurl_media: false } as const
