import { createContext } from 'react'

/** Who can be chosen where an app asks for a person. */
export const People = createContext<readonly { readonly id: string; readonly name: string }[]>([])
