/**
 * The auditor's page: the record with filters that live in the address, an export, and whether the chain is whole.
 *
 * <p>Reads through {@link org.hearten.audit.AuditTrail}; it stands apart from {@code audit} because everything, the
 * people included, leans on that one.
 */
@ApplicationModule(
        displayName = "Auditors",
        allowedDependencies = {})
@NullMarked
package org.hearten.auditors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
