package org.concordat.cli.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.console.Screen;
import org.concordat.cli.results.OutputTrouble;
import org.concordat.ledger.Ledger;
import org.concordat.ledger.LedgerException;
import org.concordat.ledger.stores.FileStore;
import org.concordat.ledger.stores.FolderDisk;
import picocli.CommandLine.Model.CommandSpec;

/** Ledgers' folders, and the small files that go to and fro. */
public final class Folders {
    private static final int LARGEST_BYTES = 1 << 26;

    private Folders() {}

    /** Opens the ledger in a folder. */
    public static Ledger open(Path folder) {
        refuseWhereThereIsNone(folder);
        return Ledger.open(FileStore.open(FolderDisk.of(folder)));
    }

    /** Opens the ledger in a folder, and says where a crash had cut off what was being written. */
    static Ledger open(Path folder, CommandSpec command) {
        refuseWhereThereIsNone(folder);
        FileStore store = FileStore.open(FolderDisk.of(folder));
        long bytes = store.recovery().bytesSetAside();
        if (bytes > 0) {
            Screen.of(command.commandLine(), true)
                    .say("A crash had cut off the last batch of " + folder + " before it was acknowledged. Its " + bytes
                            + " bytes are set aside in the file of that folder whose name begins with cut-off-at-. If you"
                            + " have a receipt or checkpoint for entry " + store.size() + " or later, see errors.md on"
                            + " LEDGER-CUT-SHORT.");
        }
        return Ledger.open(store);
    }

    private static void refuseWhereThereIsNone(Path folder) {
        if (!Files.exists(folder.resolve("keys"))) {
            throw new LedgerException(
                    "LEDGER-NOT-FOUND",
                    "There is no ledger in " + folder
                            + ". Name the folder of one, or begin one: ./concordat ledger init.");
        }
    }

    static byte[] read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(LARGEST_BYTES + 1);
            if (content.length > LARGEST_BYTES) {
                throw new CommandException(
                        "LEDGER-UNREADABLE",
                        ExitCode.REFUSED,
                        file + " is larger than anything that belongs to a ledger. Name another file.");
            }
            return content;
        } catch (IOException trouble) {
            throw new CommandException(
                    "LEDGER-UNREADABLE",
                    ExitCode.COULD_NOT,
                    file + " cannot be read. Check the name, and that you may read it.",
                    trouble);
        }
    }

    /** Puts a text in the place of what was there, wholly or not at all. */
    static void replace(Path file, String text) {
        Path place = file.toAbsolutePath();
        Path fresh = place.resolveSibling(place.getFileName() + ".new");
        try {
            Files.write(fresh, text.getBytes(UTF_8));
            Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException trouble) {
            throw OutputTrouble.of(trouble, place);
        }
    }
}
