package org.concordat.server;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.concordat.server.foundation.Settings;
import org.concordat.server.foundation.backup.Backup;
import org.concordat.server.foundation.keys.Keys;
import org.concordat.server.foundation.postgres.Database;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code concordat backup}: writes the whole database into one encrypted file, also while the server works. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the server's whole database, as it is at one moment, into one encrypted file.",
            "The server may go on. Keys are not in it: keep a copy of keys and keys-made.txt elsewhere."
        },
        footerHeading = "%nExample:%n",
        footer = "  ./concordat backup --out monday.concordat-backup")
final class BackupCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private GivenSettings given = new GivenSettings();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "A file that is not there yet.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        Settings settings = given.read();
        Path file = Objects.requireNonNull(out);
        Keys keys = Keys.openExisting(settings.dataFolder());
        try (Database database = Database.openBesideServer(settings, keys)) {
            Backup done = Backup.write(database.owner(), keys.existing(Backup.KEY), file);
            PrintWriter console = Objects.requireNonNull(spec).commandLine().getOut();
            console.println("Saved " + done.rows() + " rows of " + done.tables() + " tables in " + file
                    + ". Without a copy of the folder keys and of keys-made.txt it cannot be read.");
            console.flush();
        }
        return 0;
    }
}
