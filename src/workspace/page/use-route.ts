import { useCallback, useEffect, useState } from 'react'
import { formatRoute, parseRoute, type Route } from './route.ts'

/** The route, and how to go elsewhere. */
export function useRoute(): [Route, (route: Route) => void] {
  const [route, setRoute] = useState(() => parseRoute(window.location.hash))
  useEffect(() => {
    const follow = (): void => setRoute(parseRoute(window.location.hash))
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [])
  const go = useCallback((next: Route) => {
    window.location.hash = formatRoute(next)
  }, [])
  return [route, go]
}
