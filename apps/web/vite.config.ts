import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** What changes with its own versions only is kept apart, so that a new version of ours leaves it in the browser's cache. */
const vendors = [
  { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
  { name: 'routing', test: /node_modules[\\/](@tanstack|i18next|react-i18next)[\\/]/ },
]

export default defineConfig({
  root: import.meta.dirname,
  base: '/workbench/',
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    sourcemap: false,
    // The one that makes Excel files is large and only fetched when somebody exports.
    chunkSizeWarningLimit: 1000,
    rolldownOptions: { output: { codeSplitting: { groups: vendors } } },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:7300', '/portal-icon.svg': 'http://127.0.0.1:7300' } },
})
