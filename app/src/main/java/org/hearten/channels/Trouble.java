package org.hearten.channels;

/** Why a network could not be asked, in one word. {@code why} in this room's answers is always one of these names. */
public enum Trouble {
    NAME_NOT_FOUND,
    NOT_REACHED,
    BAD_CERTIFICATE,
    TOO_SLOW,
    CUT_OFF,
    NOT_UNDERSTOOD,
    SERVER_ERROR,
    ASKED_TO_WAIT,
    NOT_CONNECTED
}
