package org.concordat.server.foundation.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

/** When a session ends, however busy it is. */
final class SessionLimitTest {

    private static boolean livesAfter(Duration time) throws Exception {
        var session = new MockHttpSession();
        SessionLimit.carry(session, session.getLastAccessedTime() - time.toMillis());
        var request = new MockHttpServletRequest();
        request.setSession(session);
        new SessionLimit().doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
        return !session.isInvalid();
    }

    @Test
    void aSessionEndsTwelveHoursAfterTheProof() throws Exception {
        assertThat(livesAfter(Duration.ofHours(12).minusSeconds(1))).isTrue();
        assertThat(livesAfter(Duration.ofHours(12))).isFalse();
    }

    @Test
    void aSessionThatWasCarriedNothingCountsFromItsOwnBeginning() {
        var session = new MockHttpSession();
        assertThat(SessionLimit.began(session)).isEqualTo(session.getCreationTime());
    }
}
