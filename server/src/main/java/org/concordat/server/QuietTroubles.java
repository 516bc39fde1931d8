package org.concordat.server;

import org.concordat.server.foundation.ServerException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;

/** Keeps Spring from telling at length what our own exception says in a sentence, which the command then prints. */
final class QuietTroubles implements SpringBootExceptionReporter {

    /** Spring makes it by way of {@code META-INF/spring.factories}, and hands over what it was starting. */
    QuietTroubles(ConfigurableApplicationContext unused) {}

    @Override
    public boolean reportException(Throwable trouble) {
        return find(ServerException.class, trouble) != null || find(PortInUseException.class, trouble) != null;
    }

    /** What of this kind is behind a trouble, if anything. */
    static <T extends Throwable> @Nullable T find(Class<T> kind, Throwable trouble) {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return kind.cast(cause);
            }
        }
        return null;
    }
}
