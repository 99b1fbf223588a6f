import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [react()],
  server: { proxy: { '/api': process.env.SINEW_URL ?? 'http://127.0.0.1:8080' } },
  build: {
    outDir: 'dist',
    // The manifest is what the bundle-size test walks.
    manifest: true,
    // Inlined assets would need `data:` in the content security policy.
    assetsInlineLimit: 0,
    target: 'es2023',
  },
})
