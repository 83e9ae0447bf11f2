import './zod-without-eval.ts'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'

const root = document.getElementById('page')
if (root) createRoot(root).render(<App />)
