import type { Language } from '../../../language.ts'

/** The language that a card can be switched to, named in itself, and for screen readers in the present one. */
interface OtherLanguage {
  readonly language: Language
  readonly label: string
  readonly spoken: string
}

const toChinese: OtherLanguage = { language: 'zh', label: '中文', spoken: 'Switch to Chinese, 中文' }
const toEnglish: OtherLanguage = { language: 'en', label: 'English', spoken: '切换到英文，English' }

const en = {
  never: "Postern never asks for your password or a code. Don't post them here.",
  progress: (step: number, of: number) => `Step ${step} of at most ${of}`,
  back: 'Back',
  startOver: 'Start over',
  postmaster: 'Talk to a postmaster',
  other: toChinese,
  welcome: {
    title: "Locked out of your mailbox? Let's get you back in.",
    text: 'Tell me in a few words what happens, or choose what fits best. I show you one step at a time, and a postmaster takes over where that is not enough.',
  },
  asked: {
    title: 'What is in your way?',
    text: 'Choose what fits best, or tell me in a few words.',
  },
  unsure: (contact: string) => ({
    title: "I'm not sure that this is about your mailbox.",
    text: `I can only help you back into your company mailbox (Alibaba Mail). If that is it, choose what fits best or say it in other words.\nFor anything else please ask ${contact}.`,
  }),
  stillUnsure: {
    title: "I still don't understand, and I don't want to guess.",
    text: 'A postmaster is a person who can look at your mailbox account. Talk to one now, or choose what fits best.',
  },
  clarify: {
    title: 'Sorry, I want to get this right.',
    text: 'Which of these is it?',
    none: 'None of these',
  },
  afterwards: (title: string) => `Then: ${title}`,
  moved: 'The step you were at is no longer there; this is the nearest one that is.',
  changed: {
    title: 'The steps were changed while you were here.',
    text: 'Nothing of yours is lost. Choose what fits best, or tell me in a few words.',
  },
  gone: {
    title: 'This step has changed since you were here.',
    text: 'Please start over; it takes a few clicks. A postmaster can help you as well.',
  },
  wait: {
    over: (time: string) => `It should be over at about ${time}.`,
    remind: (time: string) => `Remind me at ${time}`,
    remindIn: (minutes: number) => `Remind me in ${minutes} min`,
    askAgainIn: (minutes: number) => `Ask me again in ${minutes} min`,
    willRemind: (time: string) => `I will write to you here at ${time}. You can close Slack until then.`,
    willRemindLater: 'I will write to you here when it is over. You can close Slack until then.',
  },
  solved: {
    title: 'Good, you are in.',
    text: 'There is nothing more to do.',
  },
  helped: {
    ask: 'Did this help?',
    yes: 'Yes, it helped',
    no: 'No',
    thanks: 'Thank you, that is noted.',
    sorry: 'Thank you for saying so. If something is still in your way, write to me here.',
  },
  cancelled: {
    title: 'Stopped here.',
    text: 'Nothing was changed, and nobody was told.',
  },
  handedOver: (ticket: number | undefined) => ({
    title: `${ticket === undefined ? 'A' : `Ticket ${ticket}: a`} postmaster takes over from here.`,
    text: 'The message below says what happens next.',
  }),
  handOver: 'A short form, one minute. In working hours a postmaster usually answers within 30 minutes.',
  again: 'Whenever you need me again, write to me here.',
  retired: (title: string) => `Earlier: ${title} It goes on below.`,
  retiredMenu: 'Earlier: choose what is in your way. It goes on below.',
}

const zh: typeof en = {
  never: 'Postern 不会向您索要密码或验证码，请不要发在这里。',
  progress: (step, of) => `第 ${step} 步（最多 ${of} 步）`,
  back: '上一步',
  startOver: '重新开始',
  postmaster: '联系邮箱管理员',
  other: toEnglish,
  welcome: {
    title: '邮箱登录不了？我来帮您。',
    text: '请简单说说遇到的情况，或选择最接近的一项。我会一步一步带您操作；如果还不够，会由邮箱管理员接手。',
  },
  asked: {
    title: '您遇到了什么问题？',
    text: '请选择最接近的一项，或简单说说情况。',
  },
  unsure: (contact) => ({
    title: '抱歉，我不确定这是不是邮箱登录的问题。',
    text: `我只能帮您重新登录公司邮箱（阿里邮箱）。如果是邮箱登录的问题，请选择最接近的一项，或换个说法。\n其他问题请咨询 ${contact}。`,
  }),
  stillUnsure: {
    title: '我还是没有看懂，也不想乱猜。',
    text: '邮箱管理员是真人，可以查看您的邮箱账号。您可以现在联系管理员，或选择最接近的一项。',
  },
  clarify: {
    title: '抱歉，我想先确认一下。',
    text: '您遇到的是哪一种情况？',
    none: '都不是',
  },
  afterwards: (title) => `接下来：${title}`,
  moved: '您刚才的那一步已不再使用，下面是最接近的一步。',
  changed: {
    title: '操作步骤刚刚更新过。',
    text: '您之前的内容没有丢失。请选择最接近的一项，或简单说说情况。',
  },
  gone: {
    title: '这一步的内容已更新。',
    text: '请重新开始，只需点几下。您也可以联系邮箱管理员。',
  },
  wait: {
    over: (time) => `预计 ${time} 左右结束。`,
    remind: (time) => `${time} 提醒我`,
    remindIn: (minutes) => `${minutes} 分钟后提醒我`,
    askAgainIn: (minutes) => `${minutes} 分钟后再问我`,
    willRemind: (time) => `到 ${time} 我会在这里提醒您，在此之前可以关闭 Slack。`,
    willRemindLater: '时间到了我会在这里提醒您，在此之前可以关闭 Slack。',
  },
  solved: {
    title: '好的，您已登录。',
    text: '无需再做任何操作。',
  },
  helped: {
    ask: '这次帮到您了吗？',
    yes: '有帮助',
    no: '没有帮助',
    thanks: '谢谢，已记下。',
    sorry: '感谢您的反馈。如果还有问题，请在这里告诉我。',
  },
  cancelled: {
    title: '已停止。',
    text: '没有做任何更改，也没有通知任何人。',
  },
  handedOver: (ticket) => ({
    title: `${ticket === undefined ? '' : `工单 ${ticket}：`}接下来由邮箱管理员处理。`,
    text: '后续进展请看下方消息。',
  }),
  handOver: '填表只需一分钟。工作时间内，管理员通常会在 30 分钟内回复。',
  again: '以后需要时，随时在这里给我发消息。',
  retired: (title) => `之前的步骤：${title}请接着看下方。`,
  retiredMenu: '之前的步骤：选择您遇到的问题。请接着看下方。',
}

/** What cards say besides the guide's own texts. */
export const cardWords = { en, zh }
