package org.hearten.tenancy;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;

/** Tells the database at the start of each transaction whose rows it may show. The setting ends with the transaction. */
@Component("transactionManager")
class WalledTransactions extends JdbcTransactionManager {

    WalledTransactions(DataSource pool) {
        super(pool);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        var caller = Tenancy.current();
        if (caller.isPresent()) {
            var connection = DataSourceUtils.getConnection(obtainDataSource());
            try (var set = connection.prepareStatement("select set_config('hearten.organisation', ?, true)")) {
                set.setString(1, caller.get().organisation().value().toString());
                set.execute();
            } catch (SQLException failed) {
                doCleanupAfterCompletion(transaction);
                throw new CannotCreateTransactionException("The organisation's walls could not be set", failed);
            }
        }
    }
}
