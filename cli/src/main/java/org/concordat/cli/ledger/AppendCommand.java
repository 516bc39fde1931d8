package org.concordat.cli.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.console.Screen;
import org.concordat.ledger.Ledger;
import org.concordat.ledger.LedgerException;
import org.concordat.ledger.Receipt;
import org.concordat.ledger.entries.Codes;
import org.concordat.ledger.entries.Entry;
import org.concordat.ledger.entries.EntryKind;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** The options of {@code concordat ledger append}. */
@Command(
        name = "append",
        mixinStandardHelpOptions = true,
        description = "Records entries, or the fingerprint of a document. When it ends, they survive any crash.")
final class AppendCommand implements Callable<Integer> {
    private static final int ENTRIES_A_BATCH = 5_000;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FOLDER", description = "The ledger.")
    private @Nullable Path folder;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "ENTRIES",
            description = "A file with one entry as JSON on each line. All are checked before any is recorded.")
    private @Nullable Path entries;

    @Option(
            names = "--document",
            paramLabel = "FILE",
            description = "Record this file's SHA-256, and nothing else of it.")
    private @Nullable Path document;

    @Option(
            names = "--as",
            paramLabel = "CODE",
            defaultValue = "document",
            description =
                    "What kind of document it is, such as dpia or minutes (${DEFAULT-VALUE}). Others: ledger codes.")
    private String code = "";

    @Option(names = "--json", description = "Print the receipts for machines, one JSON object a line.")
    private boolean json;

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        if ((entries == null) == (document == null)) {
            throw new ParameterException(command.commandLine(), "Give a file of entries, or a document: one of them.");
        }
        Path place = Objects.requireNonNull(folder);
        Screen screen = Screen.of(command.commandLine(), json);
        List<Receipt> receipts = new ArrayList<>();
        try (Ledger ledger = Folders.open(place, command)) {
            Codes codes = KnownCodes.ofTheProgram().and(KnownCodes.addedTo(place));
            List<Entry> checked = document != null
                    ? List.of(fingerprint(document, codes))
                    : read(Objects.requireNonNull(entries), codes);
            screen.bar().begin("recording", checked.size());
            for (int from = 0; from < checked.size(); from += ENTRIES_A_BATCH) {
                List<Entry> batch = checked.subList(from, Math.min(checked.size(), from + ENTRIES_A_BATCH));
                receipts.addAll(ledger.append(batch));
                screen.bar().advance(batch.size());
            }
        } finally {
            screen.bar().clear();
        }
        if (json) {
            receipts.forEach(receipt -> command.commandLine()
                    .getOut()
                    .println(JsonMapper.shared()
                            .writeValueAsString(Map.of(
                                    "index",
                                    receipt.index(),
                                    "leaf",
                                    receipt.leaf().hex()))));
            command.commandLine().getOut().flush();
        } else if (receipts.isEmpty()) {
            screen.say("There was nothing to record.");
        } else {
            long first = receipts.getFirst().index();
            long last = receipts.getLast().index();
            screen.say(
                    first == last
                            ? "Recorded entry " + first + "."
                            : "Recorded entries " + first + " to " + last + ".");
        }
        return ExitCode.DONE.number();
    }

    private static List<Entry> read(Path file, Codes codes) {
        List<Entry> checked = new ArrayList<>();
        int number = 0;
        for (String line : new String(Folders.read(file), UTF_8).split("\n")) {
            number++;
            if (!line.isBlank()) {
                try {
                    checked.add(Entry.parse(line.getBytes(UTF_8), codes));
                } catch (LedgerException trouble) {
                    throw new CommandException(
                            "ENTRIES-REFUSED",
                            ExitCode.REFUSED,
                            "Line " + number + " of " + file + " cannot be recorded, and so nothing of it was: "
                                    + trouble.getMessage(),
                            trouble);
                }
            }
        }
        return checked;
    }

    private Entry fingerprint(Path file, Codes codes) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, sha256).transferTo(OutputStream.nullOutputStream());
            String fingerprint = "sha256:" + HexFormat.of().formatHex(sha256.digest());
            return Entry.of(
                    EntryKind.DOCUMENT, Instant.now(), Map.of("document", code, "fingerprint", fingerprint), codes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        } catch (IOException trouble) {
            throw new CommandException(
                    "LEDGER-UNREADABLE",
                    ExitCode.COULD_NOT,
                    file + " cannot be read. Check the name, and that you may read it.",
                    trouble);
        }
    }
}
