const en = {
  forPostmasters: (contact: string) =>
    `That is for postmasters. When you cannot log in to your mailbox, use \`/mail-recover\`; for anything else ask ${contact}.`,
  badPeriod: 'I count the last 7 or 30 days: use `/mail-recover stats 7d` or `/mail-recover stats 30d`.',
  queue: {
    title: 'Tickets',
    asOf: ' · as of ',
    parts: {
      stopped: 'Stopped by the mailbox’s owner',
      open: 'Nobody has them yet',
      mine: 'Mine',
      waiting: 'Waiting for the requester',
      others: 'With colleagues',
    },
    none: 'Nothing is open.',
    more: (count: number) => `${count} more, opened later`,
    unchecked:
      'Slack did not tell me whether you are a postmaster, so I show no tickets. Please look again in a minute.',
  },
  reminder: {
    title: 'These tickets wait for a postmaster',
    unclaimed: 'nobody has it',
    silent: ' has it',
    lastMove: 'last move ',
    stopped: 'its owner stopped it',
    next: 'Their cards, or the list that names them, are above. What still rests after another hour of work is said again.',
  },
  figures: {
    title: (days: number) => `The last ${days} days`,
    head: ['What', 'Result', 'N'],
    selfService: 'Got back in by themselves',
    onMenu: 'no path taken',
    otherPaths: (count: number) => (count === 1 ? 'one other path' : `${count} other paths`),
    toClaim: 'Until somebody claimed it',
    toClose: 'Until it was closed',
    median: (what: string) => `${what}, median`,
    p90: (what: string) => `${what}, 9 of 10 within`,
    deadEnds: 'Dead ends: tickets opened',
    outOfScope: 'Messages out of scope',
    percent: (share: number) => `${share} %`,
    few: 'too few to say',
    lessThanMinute: 'under a minute',
    minutes: (count: number) => `${count} min`,
    hours: (count: number) => `${count} h`,
    days: (count: number) => (count === 1 ? '1 day' : `${count} days`),
    note: 'Times run over all hours, nights too. N is what was counted; below five nothing is said.',
  },
}

const zh: typeof en = {
  forPostmasters: (contact) =>
    `此命令仅供邮箱管理员使用。无法登录邮箱时，请使用 \`/mail-recover\`；其他问题请咨询 ${contact}。`,
  badPeriod: '仅统计最近 7 天或 30 天：请使用 `/mail-recover stats 7d` 或 `/mail-recover stats 30d`。',
  queue: {
    title: '工单',
    asOf: ' · 截至 ',
    parts: {
      stopped: '已被邮箱使用者叫停',
      open: '无人认领',
      mine: '我认领的',
      waiting: '等待申请人答复',
      others: '同事认领的',
    },
    none: '目前没有未结的工单。',
    more: (count) => `另有 ${count} 个较晚提交的工单`,
    unchecked: 'Slack 未能确认您是否为邮箱管理员，因此没有显示工单。请一分钟后再查看。',
  },
  reminder: {
    title: '以下工单等待邮箱管理员处理',
    unclaimed: '无人认领',
    silent: ' 处理中',
    lastMove: '最近操作 ',
    stopped: '已被邮箱使用者叫停',
    next: '工单卡片或列表在上方。再过一个小时（工作时间）仍无进展时，会再次提醒。',
  },
  figures: {
    title: (days) => `最近 ${days} 天`,
    head: ['项目', '结果', '数量'],
    selfService: '自行恢复登录',
    onMenu: '未选择路径',
    otherPaths: (count) => `其他 ${count} 条路径`,
    toClaim: '认领用时',
    toClose: '结案用时',
    median: (what) => `${what}（中位数）`,
    p90: (what) => `${what}（九成不超过）`,
    deadEnds: '自助无法解决而提交的工单',
    outOfScope: '超出范围的消息',
    percent: (share) => `${share}%`,
    few: '数量太少，无法判断',
    lessThanMinute: '不到 1 分钟',
    minutes: (count) => `${count} 分钟`,
    hours: (count) => `${count} 小时`,
    days: (count) => `${count} 天`,
    note: '用时按全天计算，包括夜间。“数量”是统计的个数，少于五个时不作判断。',
  },
}

/** What postmasters read of all tickets together: the queue and the figures. */
export const deskWords = { en, zh }
