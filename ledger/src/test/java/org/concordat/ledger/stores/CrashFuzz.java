package org.concordat.ledger.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.concordat.ledger.Ledger;
import org.concordat.ledger.LedgerException;
import org.concordat.ledger.entries.Entry;
import org.concordat.ledger.entries.Examples;
import org.concordat.ledger.merkle.PlainTree;
import org.concordat.ledger.notes.Keys;
import org.concordat.ledger.notes.SigningKey;
import org.junit.jupiter.api.Test;

/**
 * The power goes at a random moment, again and again, on a disk that loses what was not forced; sometimes only the program is
 * stopped first, and another one opens the ledger. Nothing acknowledged may be
 * missing, nothing may be there in part, and the ledger must open every time.
 */
final class CrashFuzz {
    private static final int LEDGERS = Integer.getInteger("concordat.fuzz.ledgers", 15);
    private static final int CRASHES_A_LEDGER = 12;
    private static final SigningKey KEY = Keys.named("ledger.example");

    @Test
    void nothingAcknowledgedIsLostWhenThePowerGoes() {
        for (long seed = 0; seed < LEDGERS; seed++) {
            try {
                crashAndReopen(seed);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + " of CrashFuzz", e);
            }
        }
    }

    private static void crashAndReopen(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ForgetfulDisk disk = new ForgetfulDisk(seed);
        Ledger.create(FileStore.open(disk), KEY.verifier()).close();
        List<Entry> acknowledged = new ArrayList<>();
        List<Entry> uncertain = List.of();
        for (int crash = 0; crash < CRASHES_A_LEDGER; crash++) {
            Ledger ledger = Ledger.open(FileStore.open(disk));
            uncertain = settle(ledger, acknowledged, uncertain);
            disk.cutPowerAfter(random.nextInt(60));
            try {
                while (true) {
                    List<Entry> batch = new ArrayList<>();
                    int length = 1 + random.nextInt(random.nextInt(10) == 0 ? 300 : 6);
                    for (int i = 0; i < length; i++) {
                        batch.add(Examples.decision(random.nextLong(1_000_000_000)));
                    }
                    uncertain = batch;
                    assertThat(ledger.append(batch)).hasSize(length);
                    acknowledged.addAll(batch);
                    uncertain = List.of();
                    if (random.nextInt(4) == 0) {
                        ledger.sign(KEY, Examples.AT);
                    }
                    if (random.nextInt(10) == 0) {
                        ledger.close();
                        ledger = Ledger.open(FileStore.open(disk));
                    }
                }
            } catch (LedgerException powerCut) {
                assertThat(powerCut.code()).isEqualTo("STORE-FAILED");
                assertThat(powerCut).hasCauseInstanceOf(ForgetfulDisk.PowerCut.class);
            }
            if (random.nextInt(4) == 0) {
                disk.restartProgram();
                uncertain = settle(
                        Ledger.open(FileStore.open(disk)), acknowledged, uncertain); // and from then on it counts
            }
            disk.restart();
            if (random.nextInt(3) == 0) {
                // The power may go again while the ledger is being opened.
                disk.cutPowerAfter(random.nextInt(10));
                try {
                    Ledger.open(FileStore.open(disk));
                } catch (LedgerException powerCut) {
                    assertThat(powerCut).hasCauseInstanceOf(ForgetfulDisk.PowerCut.class);
                }
                disk.restart();
            }
        }
    }

    /** The batch that was being written when the power went is there whole, or not at all. */
    private static List<Entry> settle(Ledger ledger, List<Entry> acknowledged, List<Entry> uncertain) {
        if (ledger.size() != acknowledged.size()) {
            acknowledged.addAll(uncertain);
        }
        assertThat(ledger.size()).isEqualTo(acknowledged.size());
        for (int i = Math.max(0, acknowledged.size() - 50); i < acknowledged.size(); i++) {
            assertThat(ledger.entry(i)).isEqualTo(acknowledged.get(i));
        }
        assertThat(ledger.root(ledger.size()))
                .isEqualTo(PlainTree.root(
                        acknowledged.stream().map(Entry::canonical).toList()));
        return List.of();
    }
}
