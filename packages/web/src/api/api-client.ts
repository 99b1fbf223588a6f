import { createClient } from '@sinew/contract/client.ts'

/** Same origin, cookie session. */
export const apiClient = createClient({ baseUrl: '' })
