package org.concordat.server.foundation.rows;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Connections for requests, and a few beside them for what is done {@link Apart} while the caller keeps its own. Were there one
 * pool for both, callers enough to take all of it would each wait for a second one that none of them gives back.
 */
public final class Connections extends AbstractDataSource implements AutoCloseable {

    private static final ScopedValue<Boolean> APART = ScopedValue.newInstance();

    private final HikariDataSource requests;
    private final HikariDataSource apart;

    /** Takes both over, and closes them in the end. */
    public Connections(HikariDataSource requests, HikariDataSource apart) {
        this.requests = requests;
        this.apart = apart;
    }

    /** Whatever asks for a connection while this work runs, in its thread, gets one of those beside. */
    static <T> T lendingApart(Callable<T> work) throws Exception {
        return ScopedValue.where(APART, true).call(work::call);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return APART.orElse(false) ? apart.getConnection() : requests.getConnection();
    }

    /** Not possible: the application has one user. */
    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLException("Connections are lent to the application's own user only.");
    }

    @Override
    public void close() {
        requests.close();
        apart.close();
    }
}
