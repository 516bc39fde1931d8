package org.concordat.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.concordat.ledger.entries.Examples.AT;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.concordat.ledger.Witness.Answer;
import org.concordat.ledger.entries.Entry;
import org.concordat.ledger.entries.EntryKind;
import org.concordat.ledger.entries.Examples;
import org.concordat.ledger.merkle.PlainTree;
import org.concordat.ledger.merkle.TreeHasher;
import org.concordat.ledger.notes.Checkpoint;
import org.concordat.ledger.notes.Keys;
import org.concordat.ledger.notes.LedgerKeys;
import org.concordat.ledger.notes.NoteSignature;
import org.concordat.ledger.notes.SignedCheckpoint;
import org.concordat.ledger.notes.SigningKey;
import org.concordat.ledger.proofs.ProofBundle;
import org.concordat.ledger.proofs.WitnessRequest;
import org.concordat.ledger.stores.LedgerStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a ledger does with a store that works, and with one that does not. */
final class LedgerTest {
    private static final SigningKey KEY = Keys.named("ledger.example");
    private static final SigningKey WITNESS = Keys.named("witness.example");

    private final MemoryStore store = new MemoryStore();
    private final Ledger ledger = Ledger.create(store, KEY.verifier());

    @Test
    void recordsEntriesInOrderAndGivesReceipts() {
        Receipt first = ledger.append(Examples.decision(1));
        List<Receipt> more = ledger.append(entries(2, 600));
        assertThat(first.index()).isZero();
        assertThat(first.leaf())
                .isEqualTo(new TreeHasher().leaf(Examples.decision(1).canonical()));
        assertThat(more).extracting(Receipt::index).startsWith(1L, 2L).endsWith(599L);
        assertThat(ledger.size()).isEqualTo(600);
        assertThat(ledger.entry(599)).isEqualTo(Examples.decision(600));
        assertThat(ledger.root(600)).isEqualTo(PlainTree.root(store.entries()));
        assertThat(ledger.root(257)).isEqualTo(PlainTree.root(store.entries().subList(0, 257)));
        assertThat(ledger.append(List.of())).isEmpty();
        assertThat(ledger.origin()).isEqualTo("ledger.example");
    }

    @Test
    void threadsThatAppendAtOnceShareBatchesAndLoseNothing() throws Exception {
        List<Callable<Receipt>> tasks = new ArrayList<>();
        for (long number = 0; number < 2000; number++) {
            Entry entry = Examples.decision(number);
            tasks.add(() -> ledger.append(entry));
        }
        Set<Long> places = new HashSet<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Receipt>> receipts = threads.invokeAll(tasks);
            for (int i = 0; i < receipts.size(); i++) {
                Receipt receipt = receipts.get(i).get();
                assertThat(places.add(receipt.index())).isTrue();
                assertThat(ledger.entry(receipt.index())).isEqualTo(Examples.decision(i));
            }
        }
        assertThat(ledger.size()).isEqualTo(2000);
        assertThat(store.batches()).isLessThanOrEqualTo(2000);
        assertThat(ledger.root(2000)).isEqualTo(PlainTree.root(store.entries()));
    }

    @Test
    void aThreadThatIsInterruptedStillGetsItsReceiptAndStaysInterrupted() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (long number = 0; number < 400; number++) {
                Entry entry = Examples.decision(number);
                tasks.add(() -> {
                    Thread.currentThread().interrupt();
                    Receipt receipt = ledger.append(entry);
                    return Thread.interrupted() && ledger.entry(receipt.index()).equals(entry);
                });
            }
            for (Future<Boolean> kept : threads.invokeAll(tasks)) {
                assertThat(kept.get()).isTrue();
            }
        }
        assertThat(ledger.size()).isEqualTo(400);
    }

    @Test
    void aBatchThatTheStoreRefusesLeavesNoTrace() {
        ledger.append(entries(0, 5));
        store.fail(true);
        assertThatThrownBy(() -> ledger.append(Examples.decision(9))).hasMessage("the database is away");
        assertThatThrownBy(() -> ledger.append(entries(9, 300))).hasMessage("the database is away");
        store.fail(false);
        assertThat(ledger.append(Examples.decision(6)).index()).isEqualTo(6);
        assertThat(ledger.root(7)).isEqualTo(PlainTree.root(store.entries()));
    }

    @Test
    void signsHowItStands() {
        ledger.append(entries(0, 9));
        SignedCheckpoint signed = ledger.sign(KEY, AT);
        assertThat(signed.checkpoint()).isEqualTo(new Checkpoint("ledger.example", 10, ledger.root(10)));
        assertThat(signed.time(KEY.verifier())).contains(AT);
        assertThat(ledger.checkpoint()).contains(signed);
        assertThat(ledger.witnessed()).isEmpty();
        Ledger again = Ledger.open(store);
        assertThat(again.size()).isEqualTo(10);
        again.append(Examples.decision(10));
        assertThat(again.sign(KEY, AT).checkpoint().size()).isEqualTo(11);
        assertThat(again.keys()).isEqualTo(ledger.keys());
    }

    @Test
    void beginsOnlyWhereThereIsNothingAndOpensOnlyWhereThereIsOne() {
        assertThatThrownBy(() -> Ledger.create(store, KEY.verifier())).hasMessageEndingWith("(LEDGER-EXISTS)");
        assertThatThrownBy(() -> Ledger.open(new MemoryStore())).hasMessageEndingWith("(LEDGER-NOT-FOUND)");
        MemoryStore strange = new MemoryStore();
        strange.append(List.of(new byte[1]), List.of());
        assertThatThrownBy(() -> Ledger.create(strange, KEY.verifier())).hasMessageEndingWith("(LEDGER-EXISTS)");
    }

    @Test
    void opensNotWhatWasCutShortOrAltered() {
        ledger.append(entries(0, 9));
        ledger.sign(KEY, AT);
        MemoryStore shorter = copyWithout(9);
        assertThatThrownBy(() -> Ledger.open(shorter)).hasMessageEndingWith("(LEDGER-CUT-SHORT)");
        store.level(0).set(3, new TreeHasher().empty());
        assertThatThrownBy(() -> Ledger.open(store)).hasMessageEndingWith("(LEDGER-ALTERED)");
        // Nor does it sign anything that contradicts what it has signed.
        assertThatThrownBy(() -> ledger.sign(KEY, AT)).hasMessageEndingWith("(LEDGER-ALTERED)");
    }

    private MemoryStore copyWithout(int from) {
        MemoryStore copy = new MemoryStore();
        Ledger other = Ledger.create(copy, KEY.verifier());
        for (int i = 0; i < from; i++) {
            other.append(ledger.entry(i));
        }
        copy.putDocument("checkpoint", store.document("checkpoint").orElseThrow());
        return copy;
    }

    @Test
    void aCheckpointOfAnotherKeyIsNotItsOwn() {
        ledger.append(entries(0, 9));
        SigningKey stranger = Keys.named("ledger.example");
        assertThatThrownBy(() -> ledger.sign(stranger, AT)).hasMessageEndingWith("(KEY-RETIRED)");
        SignedCheckpoint forged =
                SignedCheckpoint.sign(new Checkpoint("ledger.example", 10, ledger.root(10)), stranger, AT);
        store.putDocument("checkpoint", forged.note().bytes());
        assertThatThrownBy(() -> Ledger.open(store)).hasMessageEndingWith("(SIGNATURE-MISSING)");
    }

    @Test
    void changesKeysAndSaysSoInItself() {
        ledger.append(entries(0, 4));
        SigningKey next = Keys.named("ledger.example");
        LedgerKeys keys = ledger.changeKey(KEY, next, AT);
        assertThat(ledger.keys()).isEqualTo(keys);
        assertThat(ledger.entry(5).kind()).isEqualTo(EntryKind.KEY_CHANGED);
        assertThat(ledger.entry(5).field("key")).contains(next.verifier().toString());
        assertThat(keys.at(6)).containsExactly(KEY.verifier(), next.verifier());
        assertThat(keys.signerOf(ledger.checkpoint().orElseThrow())).isEqualTo(next.verifier());
        assertThatThrownBy(() -> ledger.sign(KEY, AT)).hasMessageEndingWith("(KEY-RETIRED)");
        ledger.append(Examples.decision(7));
        ledger.sign(next, AT);
        assertThat(Ledger.open(store).keys()).isEqualTo(keys);
        // The retired key cannot sign what came after it.
        SignedCheckpoint forged = SignedCheckpoint.sign(new Checkpoint("ledger.example", 7, ledger.root(7)), KEY, AT);
        store.putDocument("checkpoint", forged.note().bytes());
        assertThatThrownBy(() -> Ledger.open(store)).hasMessageEndingWith("(KEY-RETIRED)");
    }

    @Test
    void refusesAChangeOfKeysThatCannotBeBeforeRecordingIt() {
        SigningKey next = Keys.named("ledger.example");
        assertThatThrownBy(() -> ledger.changeKey(next, KEY, AT)).hasMessageContaining("retired");
        assertThatThrownBy(() -> ledger.changeKey(next, Keys.named("ledger.example"), AT))
                .hasMessageEndingWith("(SIGNATURE-WRONG)");
        assertThatThrownBy(() -> ledger.changeKey(KEY, WITNESS, AT)).isInstanceOf(IllegalArgumentException.class);
        assertThat(ledger.size()).isZero();
    }

    @Test
    void aWitnessCosignsWhatContinuesAndNothingElse() {
        ledger.append(entries(0, 4));
        ledger.sign(KEY, AT);
        Witness witness = new Witness(WITNESS);
        Answer.Cosigned first = cosigned(witness.answer(reread(0), ledger.keys(), Optional.empty(), AT));
        assertThat(first.seen().size()).isEqualTo(5);
        SignedCheckpoint cosigned = ledger.addCosignature(first.line(), WITNESS.cosigner());
        assertThat(cosigned.time(WITNESS.cosigner())).contains(AT);
        assertThat(ledger.checkpoint()).isEqualTo(ledger.witnessed()).contains(cosigned);

        ledger.append(entries(5, 9));
        ledger.sign(KEY, AT);
        assertThat(ledger.witnessed()).contains(cosigned);
        assertRefused("WITNESS-OTHER-SIZE", witness.answer(reread(0), ledger.keys(), Optional.of(first.seen()), AT));
        Answer.Cosigned second = cosigned(witness.answer(reread(5), ledger.keys(), Optional.of(first.seen()), AT));
        assertThat(second.seen().size()).isEqualTo(10);

        MemoryStore otherStore = new MemoryStore();
        Ledger fork = Ledger.create(otherStore, KEY.verifier());
        fork.append(entries(100, 120));
        fork.sign(KEY, AT);
        assertRefused(
                "LEDGER-FORKED", witness.answer(fork.witnessRequest(5), ledger.keys(), Optional.of(first.seen()), AT));
        assertRefused(
                "WITNESS-GOES-BACK",
                witness.answer(
                        new WitnessRequest(ledger.consistency(0, 5), cosigned),
                        ledger.keys(),
                        Optional.of(second.seen()),
                        AT));
        LedgerKeys strangers = new LedgerKeys(Keys.named("ledger.example").verifier(), List.of());
        assertRefused("SIGNATURE-MISSING", witness.answer(reread(0), strangers, Optional.empty(), AT));
        LedgerKeys another = new LedgerKeys(WITNESS.verifier(), List.of());
        assertRefused("WITNESS-OTHER-LEDGER", witness.answer(reread(0), another, Optional.empty(), AT));
        Checkpoint foreign = new Checkpoint("other.example", 0, new TreeHasher().empty());
        assertRefused("WITNESS-OTHER-LEDGER", witness.answer(reread(0), ledger.keys(), Optional.of(foreign), AT));
    }

    private WitnessRequest reread(long known) {
        return WitnessRequest.parse(ledger.witnessRequest(known).text().getBytes(UTF_8));
    }

    private static Answer.Cosigned cosigned(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Cosigned.class);
        return (Answer.Cosigned) answer;
    }

    private static void assertRefused(String code, Answer answer) {
        assertThat(answer).isInstanceOfSatisfying(Answer.Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.reason()).endsWith(refused.code().startsWith("SIGNATURE") ? ")" : ".");
        });
    }

    @Test
    void aLateCosignatureGoesToTheCheckpointItIsFor() {
        ledger.append(entries(0, 4));
        SignedCheckpoint early = ledger.sign(KEY, AT);
        ledger.addCosignature(WITNESS.cosign(early.checkpoint(), AT), WITNESS.cosigner());
        ledger.append(entries(5, 9));
        SignedCheckpoint late = ledger.sign(KEY, AT);
        SigningKey second = Keys.named("second.example");
        SignedCheckpoint twice = ledger.addCosignature(second.cosign(early.checkpoint(), AT), second.cosigner());
        assertThat(twice.checkpoint()).isEqualTo(early.checkpoint());
        assertThat(twice.time(WITNESS.cosigner())).isPresent();
        assertThat(ledger.checkpoint()).contains(late);
        NoteSignature forNeither = WITNESS.cosign(new Checkpoint("ledger.example", 3, ledger.root(3)), AT);
        assertThatThrownBy(() -> ledger.addCosignature(forNeither, WITNESS.cosigner()))
                .hasMessageEndingWith("(SIGNATURE-WRONG)");
        assertThatThrownBy(() -> ledger.addCosignature(second.cosign(late.checkpoint(), AT), WITNESS.cosigner()))
                .hasMessageEndingWith("(SIGNATURE-MISSING)");
        assertThatThrownBy(() ->
                        Ledger.create(new MemoryStore(), KEY.verifier()).addCosignature(forNeither, WITNESS.cosigner()))
                .hasMessageEndingWith("(SIGNATURE-MISSING)");
    }

    @Test
    void aLineIsTakenForTheCheckpointThatWasAskedForThoughOthersWereSignedSince() {
        ledger.append(entries(0, 4));
        SignedCheckpoint asked = ledger.sign(KEY, AT);
        ledger.witnessRequest(0);
        ledger.append(entries(5, 9));
        SignedCheckpoint latest = ledger.sign(KEY, AT);
        NoteSignature line = WITNESS.cosign(asked.checkpoint(), AT);
        SignedCheckpoint cosigned = ledger.addCosignature(line, WITNESS.cosigner());
        assertThat(ledger.witnessed()).contains(cosigned);
        assertThat(ledger.checkpoint()).contains(latest);
        assertThat(ledger.addCosignature(line, WITNESS.cosigner())).isEqualTo(cosigned);
    }

    @Test
    void provesAnEntryForTheEarliestWitnessedCheckpointSinceThatDatesIt() {
        List<SignedCheckpoint> cosigned = new ArrayList<>();
        for (int day = 1; day <= 12; day++) {
            ledger.append(Examples.decision(day));
            SignedCheckpoint signed = ledger.sign(KEY, AT.plusSeconds(day));
            if (day % 2 == 0) {
                NoteSignature line = WITNESS.cosign(signed.checkpoint(), AT.plusSeconds(day));
                cosigned.add(ledger.addCosignature(line, WITNESS.cosigner()));
            }
        }
        ledger.append(Examples.decision(13));
        ledger.sign(KEY, AT);
        assertThat(ledger.prove(0, List.of()).checkpoint()).isEqualTo(cosigned.get(0));
        assertThat(ledger.prove(1, List.of()).checkpoint()).isEqualTo(cosigned.get(0));
        assertThat(ledger.prove(2, List.of()).checkpoint()).isEqualTo(cosigned.get(1));
        assertThat(ledger.prove(9, List.of()).checkpoint()).isEqualTo(cosigned.get(4));
        assertThat(ledger.prove(0, List.of(7L)).checkpoint()).isEqualTo(cosigned.get(3));
        assertThat(ledger.prove(0, List.of(8L)).checkpoint()).isEqualTo(cosigned.get(3));
        assertThat(ledger.prove(12, List.of()).checkpoint())
                .isEqualTo(ledger.checkpoint().orElseThrow());
        // Should what was kept not be the ledger's own, it makes no proof of it.
        SignedCheckpoint forged = SignedCheckpoint.sign(new Checkpoint("ledger.example", 2, ledger.root(3)), KEY, AT);
        store.putDocument("witnessed-2", forged.note().bytes());
        assertThatThrownBy(() -> ledger.prove(0, List.of())).hasMessageEndingWith("(LEDGER-ALTERED)");
    }

    @Test
    void provesAnEntryForTheLatestCheckpointWhereNoWitnessedOneReachesIt() {
        assertThatThrownBy(() -> ledger.prove(0, List.of())).isInstanceOf(IllegalArgumentException.class);
        ledger.append(entries(0, 4));
        assertThatThrownBy(() -> ledger.prove(0, List.of())).hasMessageEndingWith("(CHECKPOINT-MISSING)");
        assertThatThrownBy(() -> ledger.witnessRequest(0)).hasMessageEndingWith("(CHECKPOINT-MISSING)");
        SignedCheckpoint early = ledger.sign(KEY, AT);
        ledger.addCosignature(WITNESS.cosign(early.checkpoint(), AT), WITNESS.cosigner());
        ledger.append(entries(5, 9));
        ledger.sign(KEY, AT);
        assertThat(ledger.prove(4, List.of()).inclusion().size()).isEqualTo(5);
        assertThat(ledger.prove(5, List.of()).inclusion().size()).isEqualTo(10);
        assertThat(ledger.prove(4, List.of(5L)).inclusion().size()).isEqualTo(5);
        assertThat(ledger.prove(4, List.of(6L)).inclusion().size()).isEqualTo(10);
        ProofBundle proof = ledger.prove(4, List.of(3L, 1L, 3L));
        assertThat(proof.since()).extracting(since -> since.oldSize()).containsExactly(1L, 3L);
        assertThat(proof).hasToString("ProofBundle[4]");
        ProofBundle read = ProofBundle.parse(proof.text().getBytes(UTF_8));
        assertThat(read.text()).isEqualTo(proof.text());
        assertThat(read.entry()).isEqualTo(ledger.entry(4).canonical());
        assertThat(read.inclusion()).isEqualTo(proof.inclusion());
        assertThat(read.since()).isEqualTo(proof.since());
        ledger.append(Examples.decision(11));
        assertThatThrownBy(() -> ledger.prove(10, List.of())).hasMessageEndingWith("(CHECKPOINT-MISSING)");
        assertThatThrownBy(() -> ledger.prove(0, List.of(11L))).hasMessageEndingWith("(CHECKPOINT-MISSING)");
        assertThatThrownBy(() -> new ProofBundle(
                        proof.entry(), ledger.inclusion(4, 6), proof.checkpoint(), ledger.keys(), List.of()))
                .hasMessageContaining("not for the checkpoint's size");
        assertThatThrownBy(() -> new ProofBundle(
                        proof.entry(),
                        proof.inclusion(),
                        proof.checkpoint(),
                        ledger.keys(),
                        List.of(ledger.consistency(1, 6))))
                .hasMessageContaining("not for the checkpoint's size");
        assertThatThrownBy(() -> new WitnessRequest(ledger.consistency(1, 6), early))
                .hasMessageContaining("not for the checkpoint's size");
    }

    @Test
    @Timeout(60)
    void whoeverIsDoneWithTheLedgerLetsOtherThreadsWrite() throws Exception {
        SigningKey next = Keys.named("ledger.example");
        List<Runnable> uses = List.of(
                () -> ledger.append(entries(0, 4)),
                () -> ledger.sign(KEY, AT),
                () -> ledger.addCosignature(
                        WITNESS.cosign(ledger.checkpoint().orElseThrow().checkpoint(), AT), WITNESS.cosigner()),
                () -> ledger.changeKey(KEY, next, AT),
                ledger::close);
        for (Runnable use : uses) {
            use.run();
            long before = ledger.size();
            Thread other = Thread.ofPlatform().daemon().start(() -> ledger.append(List.of(Examples.decision(before))));
            other.join(20_000);
            assertThat(ledger.size()).isEqualTo(before + 1);
        }
    }

    @Test
    void refusesPlacesThatDoNotExist() {
        ledger.append(entries(0, 4));
        ledger.sign(KEY, AT);
        for (long wrong : new long[] {-1, 5}) {
            assertThatThrownBy(() -> ledger.entry(wrong)).hasMessageContaining("from 0 to 4; given " + wrong);
            assertThatThrownBy(() -> ledger.prove(wrong, List.of())).hasMessageContaining("given " + wrong);
        }
        for (long wrong : new long[] {-1, 6}) {
            assertThatThrownBy(() -> ledger.root(wrong)).hasMessageContaining("given " + wrong);
            assertThatThrownBy(() -> ledger.witnessRequest(wrong)).hasMessageContaining("cannot know " + wrong);
        }
        assertThat(ledger.root(0)).isEqualTo(new TreeHasher().empty());
        assertThat(ledger.witnessRequest(5).proof().hashes()).isEmpty();
        assertThat(LedgerStore.isKept(8)).isTrue();
    }

    private static List<Entry> entries(long first, long last) {
        return LongStream.rangeClosed(first, last).mapToObj(Examples::decision).toList();
    }
}
