import type { PageState } from '../page-api.ts'
import { Avatar } from './avatar.tsx'

interface PersonSwitchProps {
  readonly state: PageState
  readonly onSwitch: (person: string) => void
}

const order = ['employee', 'postmaster', 'bot']

/** Who acts in this browser tab. */
export function PersonSwitch({ state, onSwitch }: PersonSwitchProps) {
  const people = state.users
    .filter((user) => user.role !== 'bot')
    .sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role))
  return (
    <section className="person-switch" aria-labelledby="person-switch">
      <h2 id="person-switch" className="side-title">
        You are
      </h2>
      <ul>
        {people.map((user) => (
          <li key={user.id}>
            <button
              type="button"
              className="side-item person"
              aria-pressed={user.id === state.me}
              onClick={() => onSwitch(user.id)}
            >
              <Avatar user={user} size="small" />
              <span className="person-name">
                {user.realName}
                <small>{user.title}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
