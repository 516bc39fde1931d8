package org.concordat.server.foundation.access;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What kind of browser a request comes from, so that people know their sessions apart: a name and a system, never a version. Browsers
 * say what they like, so nothing rests on it.
 */
final class BrowserKind {

    private record Mark(String in, String name) {}

    /** The more particular first: most browsers also give themselves out as Chrome or Safari. */
    private static final List<Mark> BROWSERS = List.of(
            new Mark("Edg", "Edge"),
            new Mark("OPR/", "Opera"),
            new Mark("SamsungBrowser/", "Samsung Internet"),
            new Mark("Firefox/", "Firefox"),
            new Mark("FxiOS/", "Firefox"),
            new Mark("Chrome/", "Chrome"),
            new Mark("CriOS/", "Chrome"),
            new Mark("Safari/", "Safari"));

    private static final List<Mark> SYSTEMS = List.of(
            new Mark("iPhone", "iPhone"),
            new Mark("iPad", "iPad"),
            new Mark("Android", "Android"),
            new Mark("Windows", "Windows"),
            new Mark("Macintosh", "Mac"),
            new Mark("CrOS", "ChromeOS"),
            new Mark("Linux", "Linux"));

    private BrowserKind() {}

    /** Of a browser that says this of itself; empty where it is none that we know. */
    static Optional<String> of(@Nullable String agent) {
        if (agent == null) {
            return Optional.empty();
        }
        String known = Stream.of(first(BROWSERS, agent), first(SYSTEMS, agent))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return Optional.of(known).filter(text -> !text.isEmpty());
    }

    private static Optional<String> first(List<Mark> marks, String agent) {
        return marks.stream()
                .filter(mark -> agent.contains(mark.in()))
                .map(Mark::name)
                .findFirst();
    }
}
