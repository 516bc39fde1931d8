package org.concordat.pictures.markup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.concordat.pictures.Drawn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "a & b", "]]>", "O'Neill", "&lt;"
            })
    void readsHostileWordsBackUnchanged(String words) {
        var written = Markup.write(Element.of("p").with("title", words).saying(words));
        var read = Drawn.of(written).all("p").getFirst();
        assertThat(read.getTextContent()).isEqualTo(words);
        assertThat(read.getAttribute("title")).isEqualTo(words);
        assertThat(written).doesNotContain("<script", "<img");
    }

    @Test
    void replacesCharactersThatNoPageMayHold() {
        assertThat(Markup.write(new Text("a\u0000b\u001bc\uD800d\uFFFEe"))).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"script", "SCRIPT", "iframe", "foreignObject", "object"})
    void refusesElementsThatRun(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> Element.of(name)).withMessageContaining("active content");
    }

    @Test
    void refusesEventHandlersAndScriptAddresses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Element.of("p").with("onclick", "x"))
                .withMessageContaining("event handlers");
        for (var address : new String[] {"javascript:alert(1)", " javascript:x", "data:text/html,x", "//elsewhere"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Element.of("a").with("href", address))
                    .withMessageContaining("Address");
        }
        assertThat(Markup.write(Element.of("a").with("href", "#here"))).isEqualTo("<a href=\"#here\"></a>");
    }

    @Test
    void refusesNamesThatWouldBreakOutOfTheTag() {
        assertThatIllegalArgumentException().isThrownBy(() -> Element.of("p class=x"));
        assertThatIllegalArgumentException().isThrownBy(() -> Element.of("p").with("a>b", "x"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Markup.write(Element.of("style").saying("</style><script>")));
    }

    @Test
    void writesNumbersShortAndPlain() {
        assertThat(Markup.number(1.0)).isEqualTo("1");
        assertThat(Markup.number(-0.001)).isEqualTo("0");
        assertThat(Markup.number(1e7 + 0.126)).isEqualTo("10000000.13");
        assertThatIllegalArgumentException().isThrownBy(() -> Markup.number(Double.NaN));
    }
}
