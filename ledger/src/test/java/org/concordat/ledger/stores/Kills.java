package org.concordat.ledger.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.concordat.ledger.Ledger;
import org.concordat.ledger.entries.Examples;
import org.concordat.ledger.notes.Keys;
import org.concordat.ledger.notes.SigningKey;
import org.concordat.ledger.verify.LedgerVerifier;
import org.concordat.ledger.verify.LedgerVerifier.Trust;
import org.concordat.ledger.verify.LedgerVerifier.Verdict;

/** Kills a writing program again and again, and looks each time whether everything acknowledged is there. */
final class Kills {
    private Kills() {}

    /** @return how many entries the ledger has in the end */
    static long survive(int kills, long seed, Path folder) throws Exception {
        SigningKey key = Keys.named("ledger.example");
        Ledger.create(FileStore.open(FolderDisk.of(folder)), key.verifier()).close();
        SplittableRandom random = new SplittableRandom(seed);
        long before = 0;
        for (int kill = 0; kill < kills; kill++) {
            long acknowledged = CrashedWriter.killAfter(random.nextInt(120), folder, seed + kill, key);
            try (Ledger ledger = Ledger.open(FileStore.open(FolderDisk.of(folder)))) {
                String which = "kill %d with seed %d".formatted(kill, seed);
                assertThat(ledger.size()).as(which).isGreaterThanOrEqualTo(acknowledged);
                for (long i = Math.max(0, before - 10); i < ledger.size(); i++) {
                    assertThat(ledger.entry(i)).as(which).isEqualTo(Examples.decision(i));
                }
                ledger.sign(key, Examples.AT);
                before = ledger.size();
            }
        }
        Verdict verdict = LedgerVerifier.folder(folder, new Trust("", List.of(), new byte[0]));
        assertThat(verdict.sound()).as("%s", verdict.findings()).isTrue();
        return before;
    }
}
