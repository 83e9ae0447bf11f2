import { isPlain } from './plain-words.ts'
import type { Giveaway } from './secret-hit.ts'

/** Secrets that machines make and that their own shape, or the setting they stand in, shows. */
export const machineSecrets: readonly Giveaway[] = [
  {
    kind: 'key',
    pattern: /(?<![\w-])(?<secret>(?:[a-z2-7]{4}[ -]){3,15}[a-z2-7]{2,4})(?![\w-])/dgi,
    among: /\bkey\b|\bsecret\b|\bqr\b|密钥|秘钥|二维码/i,
    unless: (secret) => secret.split(/[ -]/).some(isPlain),
  },
  { kind: 'key', pattern: /\bsecret\s{0,2}(?:is|[:=])\s{0,2}(?<secret>[A-Z2-7]{12,80})(?![\w-])/dg },
  {
    kind: 'key',
    pattern:
      /(?<secret>-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[\s\S]{0,8000}?(?:-----END [A-Z ]{0,30}PRIVATE KEY-----|$))/dg,
  },
  { kind: 'key', pattern: /otpauth:\/\/[^\s?]{1,200}\?[^\s]{0,200}?secret=(?<secret>[^\s&]{4,200})/dgi },
  {
    kind: 'key',
    pattern:
      /(?:\b(?:(?:secret|setup|api|private|access|encryption|app|client|shared)[ _-]?(?:key|secret)|access_?key_?(?:id|secret)?|AccessKey(?: ?(?:Id|Secret))?|[a-z_]{0,20}secret(?:_access)?_key)|密钥|秘钥|AccessKey ?(?:Id|Secret)?)["']?(?: (?:for|of) (?:the |my )?\w{1,20})?\s{0,3}(?:is|是|为|[:=])?\s{0,3}["']?(?<secret>(?:[a-z2-7]{4}[ -]){3,15}[a-z2-7]{2,4}(?![a-z])|[A-Za-z0-9+/_=~.-]{12,200})/dgi,
    unless: (secret) => !/\d/.test(secret) && !/^[A-Z]+$/.test(secret) && !/^[a-z]{4} /.test(secret),
  },
  { kind: 'token', pattern: /(?<secret>\bx(?:ox[a-z]|app)-[\w-]{6,300})/dg },
  {
    kind: 'token',
    pattern: /(?<secret>\b(?:gh[oprsu]|github_pat|glpat|npm|sk|pk|rk)[_-](?=[\w-]{0,80}\d)[\w-]{12,250})/dg,
  },
  { kind: 'token', pattern: /(?<secret>\beyJ[\w-]{6,2000}\.[\w-]{4,4000}(?:\.[\w-]{0,2000})?)/dg },
  {
    kind: 'token',
    pattern: /\b(?:bearer|basic)\s{1,2}(?<secret>(?=[\w+/.=~-]{0,200}[\dA-Z=])[\w+/.=~-]{12,2000})/dgi,
  },
  { kind: 'token', pattern: /hooks\.slack(?:-gov)?\.com\/\w{1,20}\/(?<secret>[\w/]{8,200})/dg },
  {
    kind: 'token',
    pattern:
      /(?:token|ticket|secret|auth|signature|sig|key|令牌)["']?\s{0,2}(?:is|是|为|[:=])?\s{0,3}["']?(?<secret>(?=[\w/+.-]{0,60}\d)(?=[\w/+.-]{0,60}[a-z])[\w/+.-]{10,500})/dgi,
    among: /token|secret|令牌|[?&](?:ticket|auth|sig|key)/i,
    unless: (secret) => /^\d+$|^[\w-]+(?:\.[a-z-]+)+$/.test(secret),
  },
  {
    kind: 'cookie',
    pattern:
      /\b(?:set-)?cookies?\s{0,2}(?:is|是|:|=)\s{0,2}(?<secret>[\w.%-]{1,60}=[^\s;,]{4,500}(?:;\s?(?!path|domain|expires|max-age|secure|httponly|samesite)[\w.%-]{1,60}=[^\s;,]{1,500}){0,20})/dgi,
  },
  {
    kind: 'cookie',
    pattern:
      /\b(?:JSESSIONID|PHPSESSID|ASP\.NET_SessionId|sessionid|session_id|connect\.sid|SID)=(?<secret>[^\s;,&]{6,300})/dgi,
  },
  {
    kind: 'token',
    pattern:
      /(?<![\w./+=@-])(?<secret>(?=[\w-]{0,40}\d)(?=[\w-]{0,40}[a-z])(?=[\w-]{0,40}[A-Z])[A-Za-z0-9_-]{24,300})(?![\w./@-])/dg,
    unless: (secret) => (secret.match(/\d/g) ?? []).length < 3,
  },
]
