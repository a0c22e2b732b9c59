/**
 * Brings PostgreSQL: its own server beside Hearten, or one that is named by an address.
 *
 * <p>The embedded server lives in the data folder, asks for a password, writes through to the disk, and ends with the
 * process that started it. Three roles share it: {@code postgres} makes the other two and does nothing else; {@code
 * hearten_owner} owns the tables and migrates them; {@code hearten_app} works with the rows, owns nothing and cannot
 * step over row-level security. Their passwords are files in the keys folder, never in the data folder.
 *
 * <p>Tables common to all modules, which hold ids and never text, migrate from {@code db/migration/__root}.
 */
@ApplicationModule(displayName = "Database", allowedDependencies = "start")
@NullMarked
package org.hearten.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
