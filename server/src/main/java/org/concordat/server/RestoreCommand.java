package org.concordat.server;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.concordat.server.foundation.ServerException;
import org.concordat.server.foundation.Settings;
import org.concordat.server.foundation.backup.Backup;
import org.concordat.server.foundation.backup.Restore;
import org.concordat.server.foundation.keys.Keys;
import org.concordat.server.foundation.keys.Secret;
import org.concordat.server.foundation.postgres.NewDatabase;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code concordat restore}: makes the database of a back-up in a data folder that has none. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = {
            "Makes the database that a back-up holds, in a data folder that has none.",
            "First put the folder keys and the file keys-made.txt that belong to it into the data folder."
        },
        footerHeading = "%nExample:%n",
        footer = "  ./concordat restore monday.concordat-backup --concordat.data-folder=/srv/concordat")
final class RestoreCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private GivenSettings given = new GivenSettings();

    @Parameters(index = "0", paramLabel = "FILE", description = "What concordat backup wrote.")
    private @Nullable Path file;

    @Override
    public Integer call() {
        Settings settings = given.read();
        if (settings.database() != null) {
            throw new ServerException(
                    "SETTING-UNUSABLE",
                    "A back-up is restored into a PostgreSQL that Concordat runs itself, but concordat.database.url names"
                            + " one of yours. Leave it out to restore into the data folder.");
        }
        Keys keys = Keys.openExisting(settings.dataFolder());
        Secret key = keys.existing(Backup.KEY);
        Path from = Objects.requireNonNull(file);
        Restore done =
                NewDatabase.fill(settings.dataFolder(), keys, postgres -> Restore.read(from, key, postgres.owner()));
        PrintWriter console = Objects.requireNonNull(spec).commandLine().getOut();
        console.println("Restored " + done.rows() + " rows of " + done.tables()
                + " tables, and compared each table with what was saved. Start the server with: ./concordat serve");
        console.flush();
        return 0;
    }
}
