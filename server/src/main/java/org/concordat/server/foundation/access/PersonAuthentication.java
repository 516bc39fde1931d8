package org.concordat.server.foundation.access;

import java.io.Serial;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** What a session remembers: who signed in, and in which role. Names and rights are looked up anew for each request. */
public final class PersonAuthentication extends AbstractAuthenticationToken {
    @Serial
    private static final long serialVersionUID = 1;

    private final UUID person;
    private final @Nullable UUID assignment;

    /** A person who has proved who they are. */
    public PersonAuthentication(UUID person, Optional<UUID> assignment) {
        super(List.of());
        this.person = person;
        this.assignment = assignment.orElse(null);
        setAuthenticated(true);
    }

    /** Who signed in. */
    public UUID person() {
        return person;
    }

    /** The role that was chosen for this session. */
    public Optional<UUID> assignment() {
        return Optional.ofNullable(assignment);
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public Object getPrincipal() {
        return person;
    }

    /** The id: sessions are found by it when somebody leaves. */
    @Override
    public String getName() {
        return person.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other)
                && other instanceof PersonAuthentication that
                && assignment().equals(that.assignment());
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
