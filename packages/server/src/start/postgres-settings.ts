import { totalmem } from 'node:os'

export type PostgresSettings = Readonly<Record<string, string>>

/**
 * Settings of the embedded server, given on its command line so that they follow this version of Sinew and not the
 * day the data folder was made. `fsync` and `full_page_writes` keep committed rows through a power cut.
 * @param memoryBytes of the machine or container; a sixteenth of it, 32 to 256 MB, caches tables
 */
export function postgresSettings(port: number, memoryBytes = availableMemory()): PostgresSettings {
  const memoryMb = Math.floor(memoryBytes / 1024 / 1024)
  return {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '100',
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    // Nothing replicates from this server.
    wal_level: 'minimal',
    max_wal_senders: '0',
    max_wal_size: '512MB',
    shared_buffers: `${Math.min(256, Math.max(32, Math.floor(memoryMb / 16)))}MB`,
    effective_cache_size: `${Math.max(128, Math.floor(memoryMb / 3))}MB`,
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] ',
    log_destination: 'stderr',
    logging_collector: 'off',
  }
}

/** As `-c name=value` arguments. */
export function settingArguments(settings: PostgresSettings): readonly string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/** What this process may use: the container's limit where there is one. */
function availableMemory(): number {
  const limit = process.constrainedMemory()
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem()
}
