package org.concordat.ledger.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.concordat.ledger.Ledger;
import org.concordat.ledger.entries.Examples;
import org.concordat.ledger.notes.Keys;
import org.concordat.ledger.notes.SignedCheckpoint;
import org.concordat.ledger.notes.SigningKey;
import org.concordat.ledger.stores.FileStore;
import org.concordat.ledger.stores.FolderDisk;
import org.concordat.ledger.verify.LedgerVerifier.Trust;

/**
 * A ledger in a folder with 120 entries, whose key changed after 40 of them, with a witness; and a checkpoint of 80
 * entries that somebody kept.
 */
final class SmallLedger {
    static final int KEPT_SIZE = 81;
    static final int SIZE = 121;

    final Path folder;
    final SigningKey firstKey = Keys.named("ledger.example");
    final SigningKey secondKey = Keys.named("ledger.example");
    final SigningKey witness = Keys.named("witness.example");
    final byte[] kept;
    final byte[] proof;

    SmallLedger(Path folder) {
        this.folder = folder;
        try (Ledger ledger = Ledger.create(FileStore.open(FolderDisk.of(folder)), firstKey.verifier())) {
            append(ledger, 0, 40);
            ledger.sign(firstKey, Examples.AT);
            ledger.changeKey(firstKey, secondKey, Examples.AT);
            append(ledger, 40, 80);
            SignedCheckpoint signed = ledger.sign(secondKey, Examples.AT);
            kept = signed.with(witness.cosign(signed.checkpoint(), Examples.AT))
                    .note()
                    .bytes();
            append(ledger, 80, 120);
            SignedCheckpoint last = ledger.sign(secondKey, Examples.AT);
            ledger.addCosignature(witness.cosign(last.checkpoint(), Examples.AT), witness.cosigner());
            proof = ledger.prove(57, List.of(1L, 64L, (long) KEPT_SIZE)).text().getBytes(UTF_8);
        }
    }

    private static void append(Ledger ledger, long from, long to) {
        for (long start = from; start < to; start += 7) {
            ledger.append(LongStream.range(start, Math.min(to, start + 7))
                    .mapToObj(Examples::decision)
                    .toList());
        }
    }

    /** Everything that a careful reader has. */
    Trust everything() {
        return new Trust(
                firstKey.verifier().toString(), List.of(witness.cosigner().toString()), kept);
    }

    byte[] read(String name) {
        try {
            return Files.readAllBytes(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String name, byte[] bytes) {
        try {
            Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
