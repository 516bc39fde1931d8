package org.concordat.server.auditlog.internal;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import org.concordat.ledger.LedgerException;
import org.concordat.ledger.merkle.Hash;
import org.concordat.ledger.stores.LedgerStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Keeps a ledger in PostgreSQL, in three tables. Each call is a transaction or part of the caller's, who must act as the
 * server. Nothing is held in memory, so a transaction that comes to nothing leaves nothing behind here.
 *
 * <p>An append that does not begin where the table ends is refused: then somebody else has written since the ledger was
 * opened, and its idea of the tree is out of date.
 */
final class PostgresLedgerStore implements LedgerStore {
    private final JdbcClient sql;
    private final TransactionOperations transactions;

    /**
     * Over the tables of schema {@code auditlog}.
     *
     * @param transactions such as join one that is under way
     */
    PostgresLedgerStore(JdbcClient sql, TransactionOperations transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    @Override
    public long size() {
        return Transactions.in(
                transactions,
                () -> sql.sql("select coalesce(max(place) + 1, 0) from auditlog.ledger_entry")
                        .query(Long.class)
                        .single());
    }

    @Override
    public void append(List<byte[]> entries, List<Node> nodes) {
        if (entries.isEmpty() || entries.size() > MOST_ENTRIES_A_BATCH) {
            throw new IllegalArgumentException(
                    "a batch has 1 to " + MOST_ENTRIES_A_BATCH + " entries; given " + entries.size());
        }
        long bytes = entries.stream().mapToLong(entry -> entry.length).sum();
        if (bytes > LARGEST_BATCH_BYTES) {
            throw new IllegalArgumentException("a batch has at most " + LARGEST_BATCH_BYTES + " bytes; given " + bytes);
        }
        Transactions.in(transactions, () -> {
            long first = size();
            requireNext(first, nodes);
            sql.sql("""
                            insert into auditlog.ledger_entry (place, entry)
                            select ? + n - 1, entry from unnest(?::bytea[]) with ordinality as batch (entry, n)
                            """).param(first).param(entries.toArray(byte[][]::new)).update();
            sql.sql("""
                            insert into auditlog.ledger_node (level, place, hash)
                            select level, place, hash from unnest(?::int[], ?::bigint[], ?::bytea[]) as batch (level, place, hash)
                            """)
                    .param(nodes.stream().mapToInt(Node::level).toArray())
                    .param(nodes.stream().mapToLong(Node::index).toArray())
                    .param(nodes.stream().map(node -> node.hash().bytes()).toArray(byte[][]::new))
                    .update();
            return true;
        });
    }

    private static void requireNext(long first, List<Node> nodes) {
        boolean next = nodes.stream()
                .filter(node -> node.level() == 0)
                .findFirst()
                .filter(node -> node.index() == first)
                .isPresent();
        if (!next) {
            throw new LedgerException(
                    "LEDGER-OTHER-WRITER",
                    "The ledger has " + first
                            + " entries, and what was to be added does not follow them: another server"
                            + " has written to it. Nothing was added; open the ledger again.");
        }
    }

    @Override
    public byte[] entry(long index) {
        return Transactions.in(
                transactions,
                () -> sql.sql("select entry from auditlog.ledger_entry where place = ?")
                        .param(index)
                        .query(byte[].class)
                        .optional()
                        .orElseThrow(() -> damaged("Entry number " + index + " is missing")));
    }

    @Override
    public byte[] hashes(int level, long first, int count) {
        List<byte[]> found = Transactions.in(
                transactions,
                () -> sql.sql(
                                "select hash from auditlog.ledger_node where level = ? and place >= ? and place < ? order by place")
                        .param(level)
                        .param(first)
                        .param(first + count)
                        .query(byte[].class)
                        .list());
        if (found.size() != count) {
            throw damaged("Of " + count + " hashes of level " + level + " from number " + first + ", " + found.size()
                    + " are there");
        }
        var together = new ByteArrayOutputStream(count * Hash.BYTES);
        found.forEach(together::writeBytes);
        return together.toByteArray();
    }

    private static LedgerException damaged(String what) {
        return new LedgerException(
                "LEDGER-DAMAGED",
                what + ". Restore the database from a back-up, and compare it with a witness's checkpoint.");
    }

    @Override
    public Optional<byte[]> document(String name) {
        return Transactions.in(
                transactions,
                () -> sql.sql("select content from auditlog.ledger_document where name = ?")
                        .param(name)
                        .query(byte[].class)
                        .optional());
    }

    @Override
    public void putDocument(String name, byte[] content) {
        Transactions.in(
                transactions, () -> sql.sql("""
                        insert into auditlog.ledger_document (name, content) values (?, ?)
                        on conflict (name) do update set content = excluded.content
                        """).param(name).param(content).update());
    }

    /** There is nothing to close: connections are the pool's. */
    @Override
    public void close() {}
}
