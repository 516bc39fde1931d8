package org.concordat.server.foundation.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.concordat.server.foundation.acting.Role;

/** To whom a handler is open. A handler without this is open to nobody. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OpenTo {

    /** Whole groups. */
    enum Audience {
        /** Everybody, signed in or not. */
        ANYONE,
        /** Whoever is signed in, also before a role is chosen. */
        SIGNED_IN,
        /** People in any role. */
        ANY_ROLE
    }

    /** Groups to whom it is open. */
    Audience[] value() default {};

    /** People in these roles. */
    Role[] roles() default {};

    /** Client systems that act in these roles. */
    Role[] clients() default {};
}
