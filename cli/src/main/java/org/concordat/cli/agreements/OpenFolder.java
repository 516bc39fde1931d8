package org.concordat.cli.agreements;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.agreements.TrustedKeys;
import org.concordat.policy.law.LawPack;
import org.concordat.policy.reading.Problem;
import org.concordat.policy.reading.Problems;
import org.jspecify.annotations.Nullable;

/**
 * A folder of agreements, read and found without problems, with the law pack it was read against.
 *
 * @param path as the user named it
 * @param notices what wants attention: files left out, parties that have not signed, and more
 * @param contents the very bytes that were read, by the file's name
 */
public record OpenFolder(
        Path path, AgreementFolder folder, LawPack law, List<Problem> notices, Map<String, byte[]> contents) {

    private static final int MOST_SHOWN = 20;

    /**
     * Opens it, or stops with everything that is wrong with it.
     *
     * @param keys the file of trusted keys, outside the folder; without one no signature counts
     */
    public static OpenFolder of(Path path, @Nullable Path keys) {
        var problems = new Problems();
        Read read = read(path, trusted(path, keys), problems);
        return read.folder()
                .map(folder -> new OpenFolder(path, folder, read.law(), read.notices(), read.contents()))
                .orElseThrow(() -> unusable(path, problems.inOrder()));
    }

    /** The keys of that file. It must not lie in the folder: whoever changes one there could change the other. */
    static TrustedKeys trusted(Path folder, @Nullable Path keys) {
        if (keys == null) {
            return TrustedKeys.none();
        }
        TrustedKeys trusted = NamedFile.of(keys).as(TrustedKeys::read);
        try {
            if (Files.exists(folder) && keys.toRealPath().startsWith(folder.toRealPath())) {
                throw new CommandException(
                        "TRUSTED-KEYS-INSIDE",
                        ExitCode.WRONG_USE,
                        keys + " lies in the folder " + folder + ", where whoever changes an organisation's key could"
                                + " change it too. Keep it elsewhere, where fewer people may write.");
            }
        } catch (IOException trouble) {
            throw new CommandException(
                    "FOLDER-UNREADABLE",
                    ExitCode.COULD_NOT,
                    folder + " cannot be read through. Check that you may read everything in it.",
                    trouble);
        }
        return trusted;
    }

    /**
     * What came of reading a folder.
     *
     * @param folder empty where there are problems
     */
    record Read(Map<String, byte[]> contents, Optional<AgreementFolder> folder, LawPack law, List<Problem> notices) {
        int files() {
            return contents.size();
        }
    }

    /** The files once more, for whoever writes out what they say: not read again, so that nothing can have changed. */
    public List<AgreementFolder.Source> sources() {
        return new FolderFiles(contents, List.of()).sources();
    }

    /** Reads it, collecting its problems. */
    static Read read(Path path, TrustedKeys trusted, Problems problems) {
        LawPack law = LawPack.unitedKingdom();
        FolderFiles files = FolderFiles.of(path);
        Optional<AgreementFolder> folder = AgreementFolder.read(files.sources(), law, trusted, problems);
        var notices = new ArrayList<>(files.notices());
        folder.ifPresent(read -> notices.addAll(read.notices()));
        return new Read(files.contents(), folder, law, List.copyOf(notices));
    }

    static CommandException unusable(Path path, List<Problem> problems) {
        String shown = problems.stream()
                .limit(MOST_SHOWN)
                .map(problem -> "  " + line(problem))
                .collect(Collectors.joining("\n", "\n", "\n"));
        String more = problems.size() > MOST_SHOWN ? "  and " + (problems.size() - MOST_SHOWN) + " more.\n" : "";
        return new CommandException(
                "FOLDER-UNUSABLE",
                ExitCode.COULD_NOT,
                "The folder " + path + " cannot be used, so nothing was decided or done. Mend these first:" + shown
                        + more + "Look at all of them with ./concordat agreements lint " + path);
    }

    /** One problem as editors and people find it: file, line, cause, remedy, code. */
    public static String line(Problem problem) {
        return Plain.text(problem.place().file() + ":" + problem.place().line() + ": " + problem.cause() + " "
                + problem.remedy() + " (" + problem.code() + ")");
    }
}
