import type { z } from 'zod'
import type { BlockKitIssue } from './issue.ts'

/** RFC 6901. */
function jsonPointer(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

/** What is wrong with `payload` by `schema`, each with its place; an unknown property is named itself. */
export function schemaIssues(schema: z.ZodType, payload: unknown): BlockKitIssue[] {
  const result = schema.safeParse(payload)
  if (result.success) return []
  return result.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({
          path: jsonPointer([...issue.path, key]),
          message: 'is not a known property',
        }))
      : [{ path: jsonPointer(issue.path), message: issue.message }],
  )
}

interface Found {
  readonly path: readonly PropertyKey[]
  readonly value: string
}

/** Every string called `key` anywhere in `value`, with its place. */
export function stringsNamed(key: string, value: unknown, path: readonly PropertyKey[] = []): Found[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) =>
    name === key && typeof inner === 'string'
      ? [{ path: [...path, name], value: inner }]
      : stringsNamed(key, inner, [...path, name]),
  )
}

/** The places where a string called `key` says what another one before it said. */
export function repeated(key: string, value: unknown, path: readonly PropertyKey[]): BlockKitIssue[] {
  const seen = new Set<string>()
  return stringsNamed(key, value, path).flatMap((found) => {
    if (!seen.has(found.value)) {
      seen.add(found.value)
      return []
    }
    return [{ path: jsonPointer(found.path), message: 'is used twice' }]
  })
}
