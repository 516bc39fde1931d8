package org.concordat.server.foundation.postgres;

/**
 * Where a database is and how to sign in: a JDBC address, a role and its password, which {@code toString} hides.
 *
 * @param url without user or password, such as {@code jdbc:postgresql://127.0.0.1:5432/concordat}
 */
public record DatabaseAddress(String url, String user, String password) {
    public DatabaseAddress {
        if (!url.startsWith("jdbc:postgresql://")) {
            throw new IllegalArgumentException("url must begin with jdbc:postgresql://");
        }
        if (url.contains("password=") || url.contains("user=")) {
            throw new IllegalArgumentException("url must hold neither user nor password");
        }
        if (user.isBlank()) {
            throw new IllegalArgumentException("user must not be blank");
        }
    }

    @Override
    public String toString() {
        return "DatabaseAddress[" + url + ", " + user + ", password hidden]";
    }
}
