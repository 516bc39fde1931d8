package org.concordat.server.foundation.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a browser says of itself, as its owner would call it. */
final class BrowserKindTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0 | Firefox, Linux
            Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36 Edg/150.0.0.0 | Edge, Windows
            Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Mobile Safari/537.36 | Chrome, Android
            Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1 | Safari, iPhone
            curl/8.5 (Linux) | Linux
            """)
    void isNamedByItsMostParticularMark(String agent, String kind) {
        assertThat(BrowserKind.of(agent)).contains(kind);
    }

    @Test
    void isNotGuessed() {
        assertThat(BrowserKind.of(null)).isEmpty();
        assertThat(BrowserKind.of("<script>alert(1)</script>")).isEmpty();
    }
}
