package org.concordat.server.foundation;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Whole addresses of pages, for links that go out. Where the setting names the server's public address they begin with it;
 * otherwise with what the browser asked for.
 */
@Component
public class Links {

    private final Settings settings;

    Links(Settings settings) {
        this.settings = settings;
    }

    /** The address of a path that begins with a slash. */
    public String to(HttpServletRequest request, String path) {
        URI known = settings.publicAddress();
        String start = known == null
                ? ServletUriComponentsBuilder.fromContextPath(request).toUriString()
                : known.toString().replaceAll("/$", "");
        return start + path;
    }
}
