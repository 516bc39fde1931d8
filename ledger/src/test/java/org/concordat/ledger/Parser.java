package org.concordat.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.concordat.ledger.entries.CanonicalJson;
import org.concordat.ledger.entries.Codes;
import org.concordat.ledger.entries.Entry;
import org.concordat.ledger.entries.Examples;
import org.concordat.ledger.merkle.Hash;
import org.concordat.ledger.notes.LedgerKeys;
import org.concordat.ledger.notes.NoteSignature;
import org.concordat.ledger.notes.SignedCheckpoint;
import org.concordat.ledger.notes.SignedNote;
import org.concordat.ledger.notes.SigningKey;
import org.concordat.ledger.notes.VerifierKey;
import org.concordat.ledger.proofs.ProofBundle;
import org.concordat.ledger.proofs.WitnessRequest;
import org.concordat.ledger.stores.FileStore;
import org.concordat.ledger.stores.ForgetfulDisk;
import org.concordat.ledger.verify.LedgerVerifier;
import org.concordat.ledger.verify.LedgerVerifier.Trust;

/** Everything that reads what strangers send, or what a disk may have damaged: it answers, or throws a LedgerException. */
enum Parser {
    JSON('j', CanonicalJson::of),
    ENTRY('e', bytes -> Entry.parse(bytes, Examples.CODES)),
    RECORDED_ENTRY('r', Entry::recorded),
    CODES('c', Codes::parse),
    NOTE('n', SignedNote::parse),
    CHECKPOINT('s', SignedCheckpoint::parse),
    KEYS('k', LedgerKeys::parse),
    PROOF('p', ProofBundle::parse),
    REQUEST('w', WitnessRequest::parse),
    VERIFIER('v', bytes -> LedgerVerifier.proof(bytes, new Trust("", List.of(), new byte[0]))),
    /** The batches of a store's file, after its first line. */
    BATCHES('b', bytes -> open("entries", joined("concordat ledger entries 1\n".getBytes(US_ASCII), bytes))),
    /** The small files beside the entries, which may say anything. */
    ANCHOR('a', bytes -> open("anchor", bytes)),
    MARK('m', bytes -> open("acknowledged", bytes)),
    KEY('y', bytes -> SigningKey.parse(new String(bytes, UTF_8))),
    VERIFIER_KEY('z', bytes -> VerifierKey.parse(new String(bytes, UTF_8))),
    SMALL('t', bytes -> {
        NoteSignature.parse(new String(bytes, UTF_8));
        Hash.ofBase64(new String(bytes, UTF_8));
    });

    private final char letter;
    private final Consumer<byte[]> reads;

    /** @param letter what stands before an input to choose this parser */
    Parser(char letter, Consumer<byte[]> reads) {
        this.letter = letter;
        this.reads = reads;
    }

    /** @throws LedgerException when it refuses */
    void read(byte[] bytes) {
        reads.accept(bytes);
    }

    /** The parser of a letter; of any other byte, some parser. */
    static Parser of(byte letter) {
        return Arrays.stream(values())
                .filter(parser -> parser.letter == letter)
                .findFirst()
                .orElseGet(() -> values()[Math.floorMod(letter, values().length)]);
    }

    /** What stands before an input to choose this parser. */
    byte letter() {
        return (byte) letter;
    }

    private static void open(String file, byte[] bytes) {
        ForgetfulDisk disk = new ForgetfulDisk(0);
        disk.put(file, bytes);
        FileStore.open(disk).close();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
