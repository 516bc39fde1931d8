package org.concordat.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.concordat.ledger.entries.Examples.AT;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.concordat.ledger.Witness.Answer;
import org.concordat.ledger.entries.Entry;
import org.concordat.ledger.entries.Examples;
import org.concordat.ledger.merkle.TreeHasher;
import org.concordat.ledger.notes.Checkpoint;
import org.concordat.ledger.notes.Keys;
import org.concordat.ledger.notes.SignedCheckpoint;
import org.concordat.ledger.notes.SigningKey;
import org.junit.jupiter.api.Test;

/** What a ledger keeps of the checkpoints that it signed and of what witnesses said of them. */
final class KeptCheckpointsTest {
    private static final SigningKey KEY = Keys.named("ledger.example");
    private static final SigningKey WITNESS = Keys.named("witness.example");
    private static final SigningKey SECOND = Keys.named("second.example");

    private final MemoryStore store = new MemoryStore();
    private final Ledger ledger = Ledger.create(store, KEY.verifier());

    KeptCheckpointsTest() {
        ledger.append(entries(0, 4));
    }

    private static List<Entry> entries(long first, long last) {
        return LongStream.rangeClosed(first, last).mapToObj(Examples::decision).toList();
    }

    @Test
    void signingTheSameSizeAgainLosesNoWitnessOfIt() {
        Checkpoint checkpoint = ledger.sign(KEY, AT).checkpoint();
        ledger.addCosignature(WITNESS.cosign(checkpoint, AT), WITNESS.cosigner());
        ledger.sign(KEY, AT.plusSeconds(9));
        SignedCheckpoint both = ledger.addCosignature(SECOND.cosign(checkpoint, AT), SECOND.cosigner());
        assertThat(both.time(WITNESS.cosigner())).contains(AT);
        assertThat(both.time(SECOND.cosigner())).contains(AT);
        assertThat(ledger.checkpoint()).isEqualTo(ledger.witnessed()).contains(both);
    }

    @Test
    void aLineIsNotPutBelowAnotherCheckpointOfTheSameSize() {
        Checkpoint checkpoint = ledger.sign(KEY, AT).checkpoint();
        Checkpoint forged = new Checkpoint("ledger.example", 5, new TreeHasher().empty());
        store.putDocument(
                "witnessed-5", SignedCheckpoint.sign(forged, KEY, AT).note().bytes());
        SignedCheckpoint cosigned = ledger.addCosignature(WITNESS.cosign(checkpoint, AT), WITNESS.cosigner());
        assertThat(cosigned.checkpoint()).isEqualTo(checkpoint);
        assertThat(cosigned.time(WITNESS.cosigner())).contains(AT);
    }

    @Test
    void aWitnessCosignsTheSameCheckpointAgainWhereItsFirstLineWasLost() {
        ledger.sign(KEY, AT);
        Witness witness = new Witness(WITNESS);
        Answer first = witness.answer(ledger.witnessRequest(0), ledger.keys(), Optional.empty(), AT);
        assertThat(first).isInstanceOfSatisfying(Answer.Cosigned.class, lost -> {
            Answer again = witness.answer(ledger.witnessRequest(5), ledger.keys(), Optional.of(lost.seen()), AT);
            assertThat(again).isEqualTo(first);
        });
    }

    @Test
    void aLedgerIsNotOpenedWithoutWhatAWitnessCosignedThoughItsLatestCheckpointWasPutBack() {
        byte[] early = ledger.sign(KEY, AT).note().bytes();
        ledger.append(entries(5, 9));
        SignedCheckpoint late = ledger.sign(KEY, AT);
        ledger.addCosignature(WITNESS.cosign(late.checkpoint(), AT), WITNESS.cosigner());
        MemoryStore shorter = new MemoryStore();
        Ledger.create(shorter, KEY.verifier()).append(entries(0, 8));
        shorter.putDocument("checkpoint", early);
        assertThat(Ledger.open(shorter).size()).isEqualTo(9);
        shorter.putDocument(
                "checkpoint-witnessed", store.document("checkpoint-witnessed").orElseThrow());
        assertThatThrownBy(() -> Ledger.open(shorter)).hasMessageEndingWith("(LEDGER-CUT-SHORT)");
    }
}
