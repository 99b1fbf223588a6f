import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { browserContract } from './browser-contract.ts'

/** The fonts of the built app travel with their licence, as the licence asks (SIL Open Font License 1.1, condition 2). */
const fontLicence: Plugin = {
  name: 'font-licence',
  apply: 'build',
  generateBundle() {
    const licence = fileURLToPath(import.meta.resolve('@fontsource-variable/ibm-plex-sans/LICENSE'))
    const source = readFileSync(licence, 'utf8')
    this.emitFile({ type: 'asset', fileName: 'assets/IBM-Plex-Sans-LICENSE.txt', source })
  },
}

export default defineConfig({
  plugins: [browserContract, react(), fontLicence],
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
