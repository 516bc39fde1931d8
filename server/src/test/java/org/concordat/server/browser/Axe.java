package org.concordat.server.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The accessibility checker axe, all of its rules but those marked experimental. */
public final class Axe {

    private static final String SCRIPT = script();
    private static final String RUN = """
            () => axe.run(document, {resultTypes: ['violations', 'passes']}).then(r => ({
                passes: r.passes.length,
                violations: r.violations.map(v => v.id + ': ' + v.help + ' at '
                    + v.nodes.map(n => n.html.slice(0, 300)).join(' | '))
            }))
            """;

    private Axe() {}

    /** What it finds wrong with a page as it stands, one line a rule. */
    public static List<String> violations(Page page) {
        page.evaluate(SCRIPT);
        var found = (Map<?, ?>) page.evaluate(RUN);
        if (!(found.get("passes") instanceof Integer passes) || passes == 0) {
            throw new IllegalStateException("axe found nothing to check on " + page.url());
        }
        return ((List<?>) Objects.requireNonNull(found.get("violations")))
                .stream().map(Object::toString).toList();
    }

    private static String script() {
        try (InputStream script = Objects.requireNonNull(Axe.class.getResourceAsStream("/axe.min.js"))) {
            return new String(script.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
