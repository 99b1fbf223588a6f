// Rewrites packages/server/src/db/database.ts from a freshly migrated database: DATABASE_URL names an empty one.
import { migrate } from '@sinew/server/db/migrate.ts'
import { openPools } from '@sinew/server/db/pools.ts'
import { writeDatabaseTypes } from '@sinew/server/db/write-database-types.ts'

const url = process.env.DATABASE_URL
if (!url) throw new Error('Set DATABASE_URL to an empty PostgreSQL database.')
const secret = 'write database types'
const pools = openPools(url, secret)
await migrate(pools.owner, { secret, roles: pools.roles, progress: (name) => process.stdout.write(`${name}\n`) })
await writeDatabaseTypes(pools.owner)
await pools.end()
