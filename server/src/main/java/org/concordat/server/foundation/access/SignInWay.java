package org.concordat.server.foundation.access;

/** How somebody proved who they are when a session began. */
public enum SignInWay {
    PASSWORD,
    PASSWORD_AND_CODE,
    PASSWORD_AND_PASSKEY,
    PASSKEY,
    /** Through the identity provider of their organisation. */
    PROVIDER,
    /** By the link of an invitation, and the password that they set there. */
    INVITATION,
    /** By the token that the server printed when it was set up. */
    SET_UP
}
