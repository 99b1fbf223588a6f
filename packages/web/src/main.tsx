import '@fontsource-variable/ibm-plex-sans/wght.css'
import '@mantine/core/styles.css'
import 'mantine-datatable/styles.css'
import './ui/tokens.css'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root element.')
createRoot(root).render(<App />)
