package org.concordat.server.parties.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import me.gosimple.nbvcxz.Nbvcxz;
import me.gosimple.nbvcxz.resources.ConfigurationBuilder;
import me.gosimple.nbvcxz.resources.Dictionary;
import me.gosimple.nbvcxz.resources.DictionaryBuilder;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Keeps passwords as Argon2id (RFC 9106) and says which are too weak. Length decides, not kinds of characters (NIST SP 800-63B);
 * common words, names of the place and what is known about the person do not add to it.
 */
@Component
class Passwords {

    static final int SHORTEST = 12;
    static final int LONGEST = 128;

    private static final double LEAST_GUESSES = 1e9;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int THREADS = 1;
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;

    /** Memory and passes as the OWASP Password Storage Cheat Sheet gives them. */
    private final Argon2PasswordEncoder encoder =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, THREADS, MEMORY_KIB, PASSES);

    /** A hash takes a processor and its memory for some tenths of a second: many at once would take all of either. */
    private final Semaphore atOnce =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    /** Read when somebody first chooses a password: few do on any one day. */
    private final SingletonSupplier<Set<String>> mostUsed = SingletonSupplier.of(Passwords::mostUsed);

    /** Why a password will not do. */
    enum Weakness {
        TOO_SHORT,
        TOO_LONG,
        EASILY_GUESSED
    }

    /** What is wrong with a password, if anything; {@code known} are words that others know of the person. */
    Optional<Weakness> weakness(String password, List<String> known) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of(Weakness.TOO_SHORT);
        }
        if (length > LONGEST) {
            return Optional.of(Weakness.TOO_LONG);
        }
        List<Dictionary> dictionaries = ConfigurationBuilder.getDefaultDictionaries();
        if (mostUsed.obtain().contains(password.toLowerCase(Locale.ROOT)) || isWord(password, dictionaries)) {
            return Optional.of(Weakness.EASILY_GUESSED);
        }
        var about = new DictionaryBuilder().setDictionaryName("known").setExclusion(true);
        known.stream().filter(word -> word.length() > 2).forEach(word -> about.addWord(word, 0));
        dictionaries.add(about.createDictionary());
        var judge = new Nbvcxz(
                new ConfigurationBuilder().setDictionaries(dictionaries).createConfiguration());
        return judge.estimate(password).getGuesses().doubleValue() < LEAST_GUESSES
                ? Optional.of(Weakness.EASILY_GUESSED)
                : Optional.empty();
    }

    /** The estimate misses a few of those that attackers try first, so they are looked up as well. */
    private static boolean isWord(String password, List<Dictionary> dictionaries) {
        String small = password.toLowerCase(Locale.ROOT);
        return dictionaries.stream()
                .map(Dictionary::getDictonary)
                .anyMatch(words -> words.containsKey(password) || words.containsKey(small));
    }

    /** Those of 12 characters and more that were found most often in breaches, in small letters: whence, says NOTICE.txt beside them. */
    private static Set<String> mostUsed() {
        try (InputStream packed =
                Objects.requireNonNull(Passwords.class.getResourceAsStream("/parties/most-used-passwords.txt.gz"))) {
            return Set.copyOf(new String(new GZIPInputStream(packed).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException broken) {
            throw new UncheckedIOException("the list of most used passwords in the program cannot be read", broken);
        }
    }

    String hash(String password) {
        return inTurn(() -> Objects.requireNonNull(encoder.encode(password)));
    }

    /** A hash of no password, which takes as long to be compared with as any. */
    String hashOfNone(SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        byte[] hash = new byte[HASH_BYTES];
        random.nextBytes(salt);
        random.nextBytes(hash);
        Base64.Encoder letters = Base64.getEncoder().withoutPadding();
        return String.format(
                Locale.ROOT,
                "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s",
                MEMORY_KIB,
                PASSES,
                THREADS,
                letters.encodeToString(salt),
                letters.encodeToString(hash));
    }

    boolean matches(String password, String hash) {
        return inTurn(() -> encoder.matches(password, hash));
    }

    private <T> T inTurn(Supplier<T> work) {
        atOnce.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            atOnce.release();
        }
    }
}
