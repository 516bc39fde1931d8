package org.concordat.server.foundation.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Function;
import org.concordat.server.foundation.ServerException;
import org.concordat.server.foundation.keys.Keys;

/** A database folder that is in its place only when it was filled without trouble. */
public final class NewDatabase {
    private NewDatabase() {}

    /**
     * Makes a PostgreSQL aside, lets it be filled, stops it and moves it to where the server looks for it. Where filling
     * throws, nothing is left.
     *
     * @throws ServerException with {@code DATABASE-EXISTS} where the data folder holds a database
     */
    public static <T> T fill(Path dataFolder, Keys keys, Function<OwnPostgres, T> filling) {
        Path aside = dataFolder.resolve("restoring");
        try (DataFolderLock _ = DataFolderLock.take(dataFolder)) {
            if (Database.existsIn(dataFolder)) {
                throw new ServerException(
                        "DATABASE-EXISTS",
                        "The data folder " + dataFolder
                                + " holds a database, which is not overwritten. Name an empty folder"
                                + " with concordat.data-folder, or move its folder database away.");
            }
            deleteWithWhatRuns(aside, keys);
            T done;
            try (OwnPostgres postgres = OwnPostgres.start(aside, keys)) {
                done = filling.apply(postgres);
            } catch (RuntimeException e) {
                Folders.delete(aside);
                throw e;
            }
            String programs = "postgres-" + Binaries.VERSION;
            if (!Files.exists(dataFolder.resolve(programs))) {
                Files.move(aside.resolve(programs), dataFolder.resolve(programs), StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(aside.resolve("database"), dataFolder.resolve("database"), StandardCopyOption.ATOMIC_MOVE);
            Folders.delete(aside);
            return done;
        } catch (IOException e) {
            throw new ServerException(
                    "POSTGRES-START",
                    "A database in " + dataFolder
                            + " cannot be set up. See that the disk has space and that the server's"
                            + " user owns the folder.",
                    e);
        }
    }

    /** What an earlier attempt left that was killed, its process too. */
    private static void deleteWithWhatRuns(Path aside, Keys keys) throws IOException {
        if (Files.isDirectory(aside.resolve("database"))) {
            OwnPostgres.start(aside, keys).close();
        }
        Folders.delete(aside);
    }
}
