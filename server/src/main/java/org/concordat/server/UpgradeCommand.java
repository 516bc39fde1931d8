package org.concordat.server;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.concordat.server.foundation.ServerException;
import org.concordat.server.foundation.Settings;
import org.concordat.server.foundation.backup.Backup;
import org.concordat.server.foundation.keys.Keys;
import org.concordat.server.foundation.postgres.Database;
import org.concordat.server.foundation.postgres.Migrations;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code concordat upgrade}: saves the database of an older Concordat, then brings its tables up to this version. */
@Command(
        name = "upgrade",
        mixinStandardHelpOptions = true,
        description = {
            "Saves the database that an older version of Concordat left, then brings it up to this version.",
            "Stop the server first. Should anything go wrong, restore the back-up with the older version."
        },
        footerHeading = "%nExample:%n",
        footer = "  ./concordat upgrade --out before-the-upgrade.concordat-backup")
final class UpgradeCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private GivenSettings given = new GivenSettings();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "A file that is not there yet.")
    private @Nullable Path out;

    @Override
    public Integer call() {
        Settings settings = given.read();
        if (settings.database() == null && !Database.existsIn(settings.dataFolder())) {
            throw new ServerException(
                    "DATABASE-MISSING",
                    "There is no database in " + settings.dataFolder()
                            + ", so there is nothing to bring up to this version."
                            + " Name the server's folder with --concordat.data-folder.");
        }
        PrintWriter console = Objects.requireNonNull(spec).commandLine().getOut();
        Path file = Objects.requireNonNull(out);
        Keys keys = Keys.openExisting(settings.dataFolder());
        try (Database database = Database.open(settings, keys)) {
            var before = Migrations.steps(database.owner());
            if (before.values().stream().noneMatch(Migrations.Steps::outstanding)) {
                console.println("The database is of this version already. Nothing was changed, and nothing saved.");
            } else {
                Backup saved = Backup.write(database.owner(), keys.existing(Backup.KEY), file);
                console.println("Saved " + saved.rows() + " rows of " + saved.tables() + " tables in " + file + ".");
                Migrations.run(database.owner());
                before.forEach((area, steps) -> {
                    if (steps.outstanding()) {
                        console.println(area + ": from step " + steps.taken() + " to " + steps.newest());
                    }
                });
                console.println("The database is of this version now. Start the server with: ./concordat serve");
            }
            console.flush();
        }
        return 0;
    }
}
