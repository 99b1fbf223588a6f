import { checks, main } from './run-sections.mjs'

// `npm run check`: what needs neither a database nor a browser, in well under a minute.
await main(checks)
