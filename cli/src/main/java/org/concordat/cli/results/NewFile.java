package org.concordat.cli.results;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;

/**
 * A file in the making: written beside its place under another name, moved there by {@link #finish}, and gone if it is
 * closed before that. An existing file is not overwritten, unless the user said that it is to be replaced. Nobody but its
 * owner may read it, save what is made to be handed on, which is as readable as other new files of that user.
 */
public final class NewFile implements AutoCloseable {
    private final Path target;
    private final Path workplace;
    private final OutputStream out;
    private final boolean replaces;
    private final Thread atEnd;

    private NewFile(Path target, Path workplace, OutputStream out, boolean replaces) {
        this.replaces = replaces;
        this.target = target;
        this.workplace = workplace;
        this.out = out;
        this.atEnd = new Thread(this::delete, "removes what is half written");
        Runtime.getRuntime().addShutdownHook(atEnd);
    }

    /** @throws CommandException when something is there or nothing can be written there */
    public static NewFile at(Path target) {
        return at(target, false, false);
    }

    private static NewFile at(Path target, boolean replaces, boolean shared) {
        Path place = target.toAbsolutePath().normalize();
        if (!replaces) {
            refuseExisting(place, target);
        }
        Path folder = place.getParent() == null ? place : place.getParent();
        if (Files.notExists(folder)) {
            throw new CommandException(
                    "OUT-NOT-WRITABLE",
                    ExitCode.COULD_NOT,
                    "There is no folder " + folder + " to write " + place.getFileName()
                            + " into. Make it first, or name another.");
        }
        try {
            String name = "." + place.getFileName() + "-being-written-";
            Path workplace = shared
                    ? Files.createFile(folder.resolve(name + UUID.randomUUID()))
                    : Files.createTempFile(folder, name, "");
            return new NewFile(place, workplace, Files.newOutputStream(workplace), replaces);
        } catch (IOException trouble) {
            throw OutputTrouble.of(trouble, place);
        }
    }

    private static void refuseExisting(Path place, Path asGiven) {
        if (Files.exists(place)) {
            throw new CommandException(
                    "OUT-EXISTS",
                    ExitCode.WRONG_USE,
                    asGiven + " exists already. Nothing is overwritten: give another name, or move it away.");
        }
    }

    /** Where to write. */
    public OutputStream stream() {
        return out;
    }

    /** Puts the complete file into its place. */
    public void finish() {
        try {
            out.close();
            if (!replaces) {
                refuseExisting(target, target);
            }
            Files.move(workplace, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException trouble) {
            throw OutputTrouble.of(trouble, target);
        }
    }

    /** Writes a whole file. */
    public static void write(Path target, NewFolder.Content content) {
        write(at(target), content);
    }

    /** Writes a whole file that is made to be handed on, such as a signature, a proof or a document. */
    public static void share(Path target, NewFolder.Content content) {
        write(at(target, false, true), content);
    }

    /** The same in the place of the one that is there, if any: readers find the old one or the new one. */
    public static void replace(Path target, NewFolder.Content content) {
        write(at(target, true, true), content);
    }

    private static void write(NewFile made, NewFolder.Content content) {
        try (NewFile file = made) {
            content.writeTo(file.stream());
            file.finish();
        } catch (IOException trouble) {
            throw OutputTrouble.of(trouble, made.target);
        } catch (UncheckedIOException trouble) {
            throw OutputTrouble.of(trouble, made.target);
        }
    }

    /** Removes everything unless it was finished. */
    @Override
    public void close() {
        delete();
        try {
            Runtime.getRuntime().removeShutdownHook(atEnd);
        } catch (IllegalStateException _) {
            // The program is ending, and the hook runs already.
        }
    }

    private void delete() {
        try {
            out.close();
            Files.deleteIfExists(workplace);
        } catch (IOException _) {
            // What cannot be deleted stays under its telling name.
        }
    }
}
