/**
 * How the embedded server is set. It is reached by its socket alone; its log keeps a week, in the
 * cluster, and is terse because the details of an error name the values of rows.
 *
 * @param durable false only for tests: a crash of the machine may then lose or spoil data
 */
export function settingsFor(durable: boolean): Readonly<Record<string, string>> {
    const safety = durable ? 'on' : 'off';
    return {
        listen_addresses: '',
        port: '5432',
        unix_socket_permissions: '0700',
        max_connections: '100',
        shared_buffers: '128MB',
        fsync: safety,
        synchronous_commit: 'on', // a killed server loses nothing, in tests as well
        full_page_writes: safety,
        timezone: 'UTC',
        log_timezone: 'UTC',
        logging_collector: 'on',
        log_directory: 'log',
        log_filename: 'postgresql-%a.log',
        log_rotation_age: '1d',
        log_truncate_on_rotation: 'on',
        log_error_verbosity: 'terse',
        cluster_name: 'patchbay',
    };
}
