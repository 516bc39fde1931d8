package org.concordat.server.foundation.rows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Begins transactions that tell PostgreSQL who acts, by settings that end with the transaction, so that a connection that
 * is used again carries nothing over. The SQL functions of schema {@code foundation} read them.
 */
public final class RowSecurityTransactions extends JdbcTransactionManager {

    private static final String TELL = """
            select set_config('concordat.reach', ?, true), set_config('concordat.person', ?, true),
                   set_config('concordat.organisation', ?, true), set_config('concordat.role', ?, true),
                   set_config('concordat.practice', ?, true)
            """;

    /** Over connections of a role that owns no table. */
    public RowSecurityTransactions(DataSource connections) {
        super(connections);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        var holder = (ConnectionHolder) TransactionSynchronizationManager.getResource(obtainDataSource());
        if (holder == null) {
            throw new CannotCreateTransactionException("The transaction has no connection of its own.");
        }
        Actor actor = Acting.current();
        try {
            tell(holder.getConnection(), actor);
            TransactionSynchronizationManager.bindResource(this, actor);
        } catch (SQLException trouble) {
            doCleanupAfterCompletion(transaction);
            throw new CannotCreateTransactionException("PostgreSQL could not be told who acts.", trouble);
        }
    }

    /** Work on behalf of somebody else cannot join a transaction: it would see what the other may see. */
    @Override
    protected boolean isExistingTransaction(Object transaction) {
        boolean existing = super.isExistingTransaction(transaction);
        if (existing && !Acting.current().equals(TransactionSynchronizationManager.getResource(this))) {
            throw new IllegalTransactionStateException(
                    "A transaction that was begun on behalf of one actor cannot go on on behalf of another.");
        }
        return existing;
    }

    @Override
    protected Object doSuspend(Object transaction) {
        Object actor = TransactionSynchronizationManager.unbindResource(this);
        return new Suspended(super.doSuspend(transaction), actor);
    }

    @Override
    protected void doResume(@Nullable Object transaction, Object suspended) {
        var before = (Suspended) suspended;
        super.doResume(transaction, before.connection());
        TransactionSynchronizationManager.bindResource(this, before.actor());
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        TransactionSynchronizationManager.unbindResourceIfPossible(this);
        super.doCleanupAfterCompletion(transaction);
    }

    private record Suspended(Object connection, Object actor) {}

    private static void tell(Connection connection, Actor actor) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TELL)) {
            statement.setString(1, reach(actor));
            statement.setString(2, actor.who().map(Object::toString).orElse(""));
            statement.setString(3, actor.actsFor().orElse(""));
            statement.setString(4, actor.inWhichRole().map(Role::word).orElse(""));
            statement.setString(5, practises(actor) ? "yes" : "no");
            statement.execute();
        }
    }

    private static String reach(Actor actor) {
        return switch (actor) {
            case Actor.Server _ -> "server";
            case Actor.InRole inRole -> reach(inRole.role());
            case Actor.Client client -> reach(client.role());
            case Actor.Undecided _ -> "person";
            case Actor.Nobody _ -> "nobody";
        };
    }

    private static boolean practises(Actor actor) {
        return actor instanceof Actor.InRole inRole && inRole.practice();
    }

    private static String reach(Role role) {
        return switch (role.span()) {
            case ORGANISATION -> "organisation";
            case PARTNERSHIP -> "partnership";
        };
    }
}
