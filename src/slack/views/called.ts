import type { Calls } from '../../application/post.ts'
import { type Inline, mention, plain, usergroup } from './rich-text.ts'

/** Those who are pinged, by name. */
export function called({ usergroup: group, users }: Calls): Inline[] {
  const all = [...(group === undefined ? [] : [usergroup(group)]), ...users.map(mention)]
  return all.flatMap((each, index) => (index === 0 ? each : [...plain(' '), ...each]))
}
