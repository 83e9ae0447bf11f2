import type { PageUser } from '../page-api.ts'

interface AvatarProps {
  readonly user: PageUser | undefined
  readonly size: 'small' | 'large'
}

function initials(name: string): string {
  const [first = '?', ...others] = name.split(/\s+/).map((word) => [...word][0] ?? '')
  return /\p{Script=Han}/u.test(first) ? first : `${first}${others[0] ?? ''}`.toUpperCase()
}

/** Beside a name everywhere, so silent for assistive tools. */
export function Avatar({ user, size }: AvatarProps) {
  return (
    <svg className={`avatar ${size}`} viewBox="0 0 36 36" aria-hidden="true">
      <rect width="36" height="36" rx="8" fill={`#${(user?.color ?? '5c5f66').replace(/^#/, '')}`} />
      <rect width="36" height="36" rx="8" className="avatar-shade" />
      {user?.role === 'bot' ? (
        <path
          d="M11 28V16a7 7 0 0 1 14 0v12zm10.5-9.2a1.4 1.4 0 1 0 0 2.8 1.4 1.4 0 0 0 0-2.8z"
          fill="#fff"
        />
      ) : (
        <text x="18" y="23.5" textAnchor="middle" className="avatar-text">
          {initials(user?.realName ?? '?')}
        </text>
      )}
    </svg>
  )
}
