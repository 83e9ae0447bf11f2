import type { OwnerNoticeView } from '../../../application/owner-notices.ts'
import type { OwedNotice } from '../../../desk/owed-notices.ts'

type Closing = Extract<OwedNotice, { of: 'closed' }>['as']
type Addressee = OwnerNoticeView['to']
type Owner = OwnerNoticeView['owner']

/** The words before and after the mailbox. */
type Around = readonly [string, string]

const en = {
  opened: (mailbox: string): Around => [`Somebody asks the postmasters for help with ${mailbox} `, '.'],
  reopened: (mailbox: string): Around => [`A request about ${mailbox} `, ' is open again.'],
  closed: {
    unlocked: (mailbox: string): Around => [`A postmaster has unlocked ${mailbox} `, '.'],
    password_reset: (mailbox: string): Around => [`A postmaster has reset the password of ${mailbox} `, '.'],
    phone_unbound: (mailbox: string): Around => [`A postmaster has unbound the phone of ${mailbox} `, '.'],
    enabled: (mailbox: string): Around => [`A postmaster has switched ${mailbox} `, ' on again.'],
    other: (mailbox: string): Around => [`A postmaster has dealt with a request about ${mailbox} `, '.'],
    declined: (mailbox: string): Around => [
      `A postmaster has declined a request about ${mailbox} `,
      ', and changed nothing.',
    ],
    cancelled: (mailbox: string): Around => [`A request about ${mailbox} `, ' was withdrawn.'],
    open_again: (mailbox: string): Around => [
      `A request about ${mailbox} `,
      ' was closed, and has been opened again since.',
    ],
  } satisfies Record<Closing, (mailbox: string) => Around>,
  mailbox: {
    owner: 'your mailbox',
    manager: 'the mailbox',
    security: 'the mailbox',
    security_channel: 'the mailbox',
  } satisfies Record<Addressee, string>,
  askedBy: 'Asked by ',
  because: {
    told: '',
    requester:
      'It is the requester’s own mailbox. Whoever sits in their Slack account would read a notice to them as well, so somebody else hears too: ',
    no_account: 'The mailbox’s owner has no account in Slack, so somebody else hears in their place: ',
  } satisfies Record<Owner, string>,
  you: {
    owner: '',
    manager: 'you, as the requester’s manager.',
    security: 'you, as the security contact.',
    security_channel: 'this channel, as the security contact.',
  } satisfies Record<Addressee, string>,
  first: 'Before anything is changed, a postmaster calls you on the number your company has on file.',
  ask: {
    told: 'If you know of this, there is nothing to do. If you do not, ',
    requester: 'Ask them by voice or in person, not in Slack. If it was not them, ',
    no_account: 'If you know whose mailbox it is, ask them by voice. If they do not know of this, ',
  } satisfies Record<Owner, string>,
  press: 'say so below, and it stops at once.',
  tell: 'tell the postmasters at once.',
  stopped: {
    owner:
      'Stopped. Nothing goes on before a postmaster has spoken with you; they call you on the number your company has on file.',
    others:
      'Stopped. Nothing goes on before a postmaster has spoken with the mailbox’s owner, on the number on file.',
  },
  ownAccount:
    'If you did not ask for this, somebody may be in your Slack account: change your Slack password and end all other sessions.',
  goesOn: {
    owner:
      'A postmaster says that they have spoken with you, and lets it go on. If nobody did, say so below.',
    others: 'A postmaster says that they have spoken with the mailbox’s owner, and lets it go on.',
  },
  notMe: 'This wasn’t me',
  notThem: 'This wasn’t them',
  confirm: {
    owner: {
      title: 'This wasn’t you?',
      text: 'The request stops at once, the postmasters are alarmed, and one of them calls you on the number your company has on file.',
      yes: 'Stop it',
      no: 'Back',
    },
    others: {
      title: 'This wasn’t them?',
      text: 'The request stops at once, the postmasters are alarmed, and one of them calls the mailbox’s owner on the number on file.',
      yes: 'Stop it',
      no: 'Back',
    },
  },
  card: {
    label: 'Owner ',
    owner: {
      told: ' told',
      requester: 'is the requester',
      no_account: 'has no Slack account',
    } satisfies Record<Owner, string>,
    comma: ', ',
    manager: ' (the requester’s manager) told',
    security: ' (security contact) told',
    securityChannel: 'the security contact told',
    nobody: 'and there is nobody else to tell',
    notYet: 'not told yet',
    closeNotYet: ', not told of the close yet',
    reopeningNotYet: ', not told yet that it is open again',
  },
}

const zh: typeof en = {
  opened: (mailbox) => [`有人请求邮箱管理员处理${mailbox} `, '。'],
  reopened: (mailbox) => [`关于${mailbox} `, ' 的请求已重新打开。'],
  closed: {
    unlocked: (mailbox) => [`邮箱管理员已解锁${mailbox} `, '。'],
    password_reset: (mailbox) => [`邮箱管理员已重置${mailbox} `, ' 的密码。'],
    phone_unbound: (mailbox) => [`邮箱管理员已解绑${mailbox} `, ' 的安全手机。'],
    enabled: (mailbox) => [`邮箱管理员已重新开启${mailbox} `, '。'],
    other: (mailbox) => [`邮箱管理员已处理关于${mailbox} `, ' 的请求。'],
    declined: (mailbox) => [`邮箱管理员已拒绝关于${mailbox} `, ' 的请求，没有做任何更改。'],
    cancelled: (mailbox) => [`关于${mailbox} `, ' 的请求已撤回。'],
    open_again: (mailbox) => [`关于${mailbox} `, ' 的请求曾经关闭，之后又重新打开。'],
  },
  mailbox: { owner: '您的邮箱', manager: '邮箱', security: '邮箱', security_channel: '邮箱' },
  askedBy: '申请人 ',
  because: {
    told: '',
    requester: '这是申请人自己的邮箱。如果有人登录了其 Slack 账号，也会看到发给本人的通知，因此另行告知：',
    no_account: '邮箱使用者没有 Slack 账号，因此改为告知：',
  },
  you: {
    owner: '',
    manager: '您（申请人的主管）。',
    security: '您（安全联系人）。',
    security_channel: '本频道（安全联系人）。',
  },
  first: '在做任何更改之前，邮箱管理员会拨打您在公司登记的电话。',
  ask: {
    told: '如果您知道此事，无需任何操作；如果您不知情，',
    requester: '请通过电话或当面向本人确认，不要用 Slack。如果不是本人操作，',
    no_account: '如果您知道这是谁的邮箱，请打电话向其确认。如果使用者不知情，',
  },
  press: '请点击下方按钮，此请求会立即中止。',
  tell: '请立即告知邮箱管理员。',
  stopped: {
    owner: '已中止。在邮箱管理员与您通话之前，不会继续处理；管理员会拨打您在公司登记的电话。',
    others: '已中止。在邮箱管理员拨打登记的电话与使用者本人通话之前，不会继续处理。',
  },
  ownAccount:
    '如果这不是您提出的请求，可能有人登录了您的 Slack 账号：请修改 Slack 密码，并退出所有其他登录。',
  goesOn: {
    owner: '邮箱管理员表示已与您通话，此请求继续处理。如果没有人与您通话，请点击下方按钮。',
    others: '邮箱管理员表示已与使用者本人通话，此请求继续处理。',
  },
  notMe: '不是我本人操作',
  notThem: '不是本人操作',
  confirm: {
    owner: {
      title: '不是您本人操作？',
      text: '此请求会立即中止，邮箱管理员会收到警报，并拨打您在公司登记的电话。',
      yes: '中止',
      no: '返回',
    },
    others: {
      title: '不是本人操作？',
      text: '此请求会立即中止，邮箱管理员会收到警报，并拨打登记的电话与使用者本人联系。',
      yes: '中止',
      no: '返回',
    },
  },
  card: {
    label: '使用者 ',
    owner: { told: ' 已通知', requester: '即申请人', no_account: '没有 Slack 账号' },
    comma: '，',
    manager: '（申请人的主管）已通知',
    security: '（安全联系人）已通知',
    securityChannel: '安全联系人已通知',
    nobody: '没有其他人可通知',
    notYet: '尚未通知',
    closeNotYet: '，关闭一事尚未通知',
    reopeningNotYet: '，重新打开一事尚未通知',
  },
}

/** What the mailbox's owner hears, and whoever hears in their place; and what the postmasters' card says of that. */
export const ownerWords = { en, zh }
