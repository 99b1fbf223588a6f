import '@fontsource-variable/ibm-plex-sans/wght.css'
import '@mantine/core/styles.css'
import 'mantine-datatable/styles.css'
import './ui/tokens.css'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { printInLight } from './ui/print-in-light.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root element.')
printInLight(document.documentElement)
createRoot(root).render(<App />)
