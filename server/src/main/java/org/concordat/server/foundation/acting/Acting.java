package org.concordat.server.foundation.acting;

import java.util.function.Supplier;

/** Says who acts, to everything that is called meanwhile. */
public final class Acting {

    private static final ScopedValue<Actor> CURRENT = ScopedValue.newInstance();

    private Acting() {}

    /** Who acts here and now; {@link Actor.Nobody} where nothing was said. */
    public static Actor current() {
        return CURRENT.orElse(new Actor.Nobody());
    }

    /**
     * The person in their role who acts here.
     *
     * @throws IllegalStateException when none does; a door that is open to roles only never lets that happen
     */
    public static Actor.InRole inRole() {
        if (current() instanceof Actor.InRole inRole) {
            return inRole;
        }
        throw new IllegalStateException("nobody acts in a role here, and this can be done in a role only");
    }

    /** Calls {@code work} on behalf of {@code actor}. */
    public static <T> T as(Actor actor, Supplier<T> work) {
        return ScopedValue.where(CURRENT, actor).call(work::get);
    }

    /** Runs {@code work} on behalf of {@code actor}. */
    public static void as(Actor actor, Runnable work) {
        ScopedValue.where(CURRENT, actor).run(work);
    }

    /**
     * The same for work that may fail with a checked exception.
     *
     * @throws X whatever the work throws
     */
    public static <T, X extends Throwable> T calling(Actor actor, ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(CURRENT, actor).call(work);
    }

    /** Calls {@code work} as the server itself, which sees all rows. For jobs, and for what happens before sign-in. */
    public static <T> T asServer(String task, Supplier<T> work) {
        return as(new Actor.Server(task), work);
    }
}
