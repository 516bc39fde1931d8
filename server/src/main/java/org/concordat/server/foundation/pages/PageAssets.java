package org.concordat.server.foundation.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.springframework.http.MediaType;

/**
 * The stylesheet, the script and the icon of all pages, made once at start: the Design System's own, without what is only for
 * government services (typeface, crest, crown), followed by ours. Their address changes with their content, so a browser may
 * keep them for ever. Templates find it in the model as {@code assets}.
 */
public final class PageAssets {

    private static final String DESIGN_SYSTEM =
            "/META-INF/resources/webjars/govuk-frontend/5.14.0/dist/govuk/govuk-frontend.min.";
    private static final String OURS = "/foundation/assets/concordat.";
    private static final String PASSKEYS = "/foundation/assets/passkeys.js";
    private static final MediaType SCRIPT = new MediaType("text", "javascript", UTF_8);
    private static final MediaType STYLE = new MediaType("text", "css", UTF_8);
    private static final MediaType ICON = new MediaType("image", "svg+xml", UTF_8);
    private static final String FONTS = "Arial,Helvetica,sans-serif";

    private final Map<String, Asset> assets;
    private final String hash;

    /** Something that a browser loads besides the page. */
    record Asset(MediaType type, byte[] content) {}

    PageAssets() {
        this.assets = Map.of(
                "concordat.css", new Asset(STYLE, (designSystemStyle() + "\n" + read(OURS + "css")).getBytes(UTF_8)),
                "concordat.js",
                        new Asset(
                                SCRIPT,
                                String.join("\n", designSystemScript(), read(OURS + "js"), read(PASSKEYS))
                                        .getBytes(UTF_8)),
                "concordat.svg", new Asset(ICON, read(OURS + "svg").getBytes(UTF_8)));
        this.hash = hash();
    }

    /** Address of the stylesheet. */
    public String style() {
        return address("concordat.css");
    }

    /** Address of the script, a module. */
    public String script() {
        return address("concordat.js");
    }

    /** Address of the icon. */
    public String icon() {
        return address("concordat.svg");
    }

    /** By its hash and name; empty for any other, also for one of an earlier version. */
    Optional<Asset> find(String givenHash, String name) {
        return givenHash.equals(hash) ? Optional.ofNullable(assets.get(name)) : Optional.empty();
    }

    private String address(String name) {
        return "/assets/" + hash + "/" + name;
    }

    private static String designSystemStyle() {
        String style = withoutSourceMap(read(DESIGN_SYSTEM + "css"))
                .replaceAll("@font-face\\{[^}]*}", "")
                .replaceAll("GDS Transport,\\s*arial,\\s*sans-serif", Matcher.quoteReplacement(FONTS))
                .replaceAll("url\\([^)]*govuk-crest[^)]*\\)", "none");
        for (String unwelcome : new String[] {"GDS Transport", "@font-face", "url(/", "crest.svg"}) {
            if (style.contains(unwelcome)) {
                throw new IllegalStateException("the Design System's stylesheet still holds \"" + unwelcome
                        + "\", which only government services may use. Teach PageAssets to take it out.");
            }
        }
        return style;
    }

    private static String designSystemScript() {
        return withoutSourceMap(read(DESIGN_SYSTEM + "js"));
    }

    private static String withoutSourceMap(String text) {
        return text.replaceAll("//# sourceMappingURL=\\S*", "").replaceAll("/\\*# sourceMappingURL=[^*]*\\*/", "");
    }

    private static String read(String resource) {
        try (InputStream in = PageAssets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the server was built without " + resource);
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            assets.keySet().stream().sorted().map(assets::get).forEach(asset -> digest.update(asset.content()));
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
