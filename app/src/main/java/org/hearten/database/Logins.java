package org.hearten.database;

/**
 * The two roles Hearten works as.
 *
 * @param pool works with the rows and owns nothing
 * @param owner owns the tables and migrates them
 */
record Logins(Login pool, Login owner) {}
