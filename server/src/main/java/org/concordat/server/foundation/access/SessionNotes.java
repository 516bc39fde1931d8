package org.concordat.server.foundation.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.session.Session;

/** What a session notes of its beginning for the person whose it is: how they proved who they are, and in what kind of browser. */
final class SessionNotes {

    private static final String WAY = "concordat.session-way";
    private static final String BROWSER = "concordat.session-browser";
    private static final int MARK_BYTES = 16;

    private SessionNotes() {}

    /** What another role's session takes over. */
    static Map<String, Object> of(HttpSession session) {
        var notes = new java.util.HashMap<String, Object>();
        for (String name : new String[] {WAY, BROWSER}) {
            if (session.getAttribute(name) instanceof String note) {
                notes.put(name, note);
            }
        }
        return notes;
    }

    static void carry(HttpSession session, Map<String, Object> notes) {
        notes.forEach(session::setAttribute);
    }

    static void write(HttpServletRequest request, SignInWay way) {
        HttpSession session = request.getSession();
        session.setAttribute(WAY, way.name());
        BrowserKind.of(request.getHeader("User-Agent")).ifPresent(kind -> session.setAttribute(BROWSER, kind));
    }

    /** A kept session, as its person may see it. */
    static OpenSession read(Session kept, Optional<String> current) {
        Optional<String> way = Optional.ofNullable(kept.<String>getAttribute(WAY));
        return new OpenSession(
                mark(kept.getId()),
                Instant.ofEpochMilli(SessionLimit.began(kept)),
                kept.getLastAccessedTime(),
                Arrays.stream(SignInWay.values())
                        .filter(each -> way.equals(Optional.of(each.name())))
                        .findFirst(),
                Optional.ofNullable(kept.getAttribute(BROWSER)),
                current.equals(Optional.of(kept.getId())));
    }

    /** The number itself would let in whoever sees the page. */
    static String mark(String number) {
        return HexFormat.of().formatHex(DigestUtils.sha256(number), 0, MARK_BYTES);
    }

    /** Whether a proof of that moment lies within so much time of another. */
    static boolean isWithin(long began, long now, Duration time) {
        return now - began < time.toMillis();
    }
}
