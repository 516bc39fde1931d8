package org.concordat.server.foundation.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** How our PostgreSQL is set: written anew before each start, so that nothing else can be set for long. */
final class Configuration {
    /** What must be on, asked for after each start. */
    static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");

    private static final String SETTINGS = """
            # Written by Concordat before each start; changes here do not last.
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            password_encryption = 'scram-sha-256'
            allow_alter_system = off

            # Nothing acknowledged is lost.
            fsync = on
            synchronous_commit = on
            full_page_writes = on

            # Fits a small machine beside the server.
            max_connections = 60
            shared_buffers = 64MB
            effective_cache_size = 512MB
            work_mem = 8MB
            maintenance_work_mem = 64MB
            wal_level = minimal
            max_wal_senders = 0
            max_logical_replication_workers = 0
            min_wal_size = 80MB
            max_wal_size = 512MB
            io_method = sync
            jit = off
            timezone = 'UTC'

            # A log for a month, without anything that people typed: no statements, no parameters, no details, and no
            # errors of statements, whose texts quote values.
            logging_collector = on
            log_destination = 'stderr'
            log_directory = '../postgres-log'
            log_filename = 'day-%d.log'
            log_rotation_age = 1d
            log_rotation_size = 0
            log_truncate_on_rotation = on
            log_timezone = 'UTC'
            log_line_prefix = '%m [%p] '
            log_error_verbosity = terse
            log_min_messages = log
            log_min_error_statement = panic
            log_min_duration_statement = -1
            log_statement = 'none'
            log_parameter_max_length = 0
            log_parameter_max_length_on_error = 0
            """;

    private static final String SIGN_IN = """
            # Written by Concordat before each start; changes here do not last.
            host all all 127.0.0.1/32 scram-sha-256
            """;

    private Configuration() {}

    static void write(Path database, int port) throws IOException {
        replace(database.resolve("postgresql.conf"), SETTINGS + "port = " + port + "\n");
        replace(database.resolve("pg_hba.conf"), SIGN_IN);
        replace(database.resolve("postgresql.auto.conf"), "");
    }

    private static void replace(Path file, String content) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(unfinished, content, UTF_8);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
