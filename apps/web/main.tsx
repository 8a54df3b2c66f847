import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import './app/words.ts'
import './app/workbench.css'

/** A tab left open over an upgrade asks for parts that are gone: the page is loaded anew, once. */
addEventListener('vite:preloadError', (event) => {
  const last = Number(sessionStorage.getItem('opensti.reloaded') ?? 0)
  // Without a network the old page is all there is.
  if (!navigator.onLine || Date.now() - last < 60_000) return
  event.preventDefault()
  sessionStorage.setItem('opensti.reloaded', String(Date.now()))
  location.reload()
})

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}
