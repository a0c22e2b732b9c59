package org.hearten.database;

import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** What was migrated is written by the owner; the pool, which gets every table, gives this one back. */
record HistoryStaysWithTheOwner(String pool) implements Callback {
    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_EACH_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        var table = context.getConfiguration().getTable();
        try (var statement = context.getConnection().createStatement()) {
            statement.execute("revoke all on \"" + table + "\" from \"" + pool + "\"");
        } catch (SQLException failed) {
            throw new FlywayException("The migration history could not be closed to " + pool, failed);
        }
    }

    @Override
    public String getCallbackName() {
        return "history-stays-with-the-owner";
    }
}
