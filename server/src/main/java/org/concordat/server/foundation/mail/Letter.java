package org.concordat.server.foundation.mail;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is written to somebody.
 *
 * @param kind key in the area's messages, to which {@code .subject} and {@code .text} are added: {0} there is the first name, {1} the
 *     link, {2} the count
 * @param to their address
 * @param firstName how they are called, without the rest of their name
 * @param path of the page to which it links, which begins with a slash
 * @param count how many things it is about, where it says so
 * @param organisation code of the one in whose affairs it is written, if any
 */
public record Letter(String kind, String to, String firstName, String path, int count, Optional<String> organisation) {

    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s\\p{Cntrl}@\"<>(),;:\\\\\\[\\]]{1,64}@[^\\s\\p{Cntrl}@\"<>(),;:\\\\\\[\\]]{1,253}");
    private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9/_-]*");

    /** Where something would end a line, and so could begin a header of its own, it is refused. */
    public Letter {
        require(ADDRESS.matcher(to).matches(), "to", "an e-mail address and nothing else");
        require(!firstName.isBlank() && hasOneLine(firstName), "firstName", "one line without control characters");
        require(PATH.matcher(path).matches(), "path", "a path of this server");
        require(kind.matches("[a-z]+\\.mail\\.[a-z-]+"), "kind", "a key such as parties.mail.invitation");
        require(count >= 0, "count", "0 or more");
    }

    /** A letter to somebody of this name, of which it tells the first word only. */
    public static Letter of(String kind, String to, String name, String path, Optional<String> organisation) {
        return new Letter(kind, to, firstWord(name), path, 0, organisation);
    }

    /** The same about several things. */
    public Letter counting(int things) {
        return new Letter(kind, to, firstName, path, things, organisation);
    }

    private static String firstWord(String name) {
        if (!hasOneLine(name)) {
            throw wrong("name", "one line without control characters");
        }
        // Joiners and the like belong to some names, and marks of direction to some keyboards; a letter can do without.
        return name.replaceAll("\\p{Cf}", "").strip().split("\\s+", 2)[0];
    }

    private static boolean hasOneLine(String text) {
        return text.codePoints()
                .noneMatch(each -> Character.isISOControl(each)
                        || Character.getType(each) == Character.LINE_SEPARATOR
                        || Character.getType(each) == Character.PARAGRAPH_SEPARATOR);
    }

    private static void require(boolean holds, String parameter, String what) {
        if (!holds) {
            throw wrong(parameter, what);
        }
    }

    /** Does not repeat what was given: it is somebody's. */
    private static IllegalArgumentException wrong(String parameter, String what) {
        return new IllegalArgumentException(parameter + " of a letter must be " + what);
    }

    /** Without name, address and link. */
    @Override
    public String toString() {
        return "Letter[" + kind + "]";
    }
}
