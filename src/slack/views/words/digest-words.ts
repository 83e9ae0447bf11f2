const en = {
  title: (count: number) => `⚠️ Many requests at once: ${count} so far`,
  what: 'More than 20 came within 10 minutes, so these are listed instead of shown one by one. None is lost. Something may be wrong for everybody, or somebody is flooding the desk: look at a few first.',
  more: (count: number) => `… and ${count} more, in the list below.`,
  choose: 'Show a ticket',
  compromised: 'Suspected break-ins are still shown at once.',
}

const zh: typeof en = {
  title: (count) => `⚠️ 同时有大量请求：目前 ${count} 个`,
  what: '10 分钟内收到超过 20 个请求，因此在此列出，不再逐个显示，不会遗漏。可能是所有人都遇到了问题，也可能有人恶意提交，请先查看其中几个。',
  more: (count) => `……还有 ${count} 个，请在下方列表中查看。`,
  choose: '显示工单',
  compromised: '疑似被盗的邮箱仍会立即单独显示。',
}

/** What a list of many new tickets says. */
export const digestWords = { en, zh }
