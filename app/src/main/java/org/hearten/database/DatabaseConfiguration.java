package org.hearten.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.api.callback.Callback;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.support.ResourcePatternResolver;

/** Two doors to the database: the pool for everyone, and the owner's for migrations only. */
@AutoConfiguration(before = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {
    private static final int OWNER_CONNECTIONS = 3; // Flyway holds a lock on one and works on others
    private static final long OWNER_IDLE_LIMIT = 10_000; // milliseconds; then nobody is signed in as the owner

    @Bean
    @ConditionalOnProperty(name = "hearten.database.url", havingValue = "embedded", matchIfMissing = true)
    EmbeddedPostgres embeddedPostgres(DatabaseSettings settings) {
        return EmbeddedPostgres.start(
                settings.data(), settings.keys(), settings.database().fsync());
    }

    @Bean
    Logins logins(ObjectProvider<EmbeddedPostgres> embedded, DatabaseSettings settings) throws SQLException {
        var server = embedded.getIfAvailable();
        return server != null ? server.logins() : ExternalServer.logins(settings);
    }

    @Bean
    @ConfigurationProperties("spring.datasource.hikari")
    HikariDataSource dataSource(Logins logins) {
        return pool("hearten", logins.pool());
    }

    @Bean(defaultCandidate = false)
    @FlywayDataSource
    DataSource ownerDataSource(Logins logins) {
        var pool = pool("owner", logins.owner());
        pool.setMaximumPoolSize(OWNER_CONNECTIONS);
        pool.setMinimumIdle(0);
        pool.setIdleTimeout(OWNER_IDLE_LIMIT);
        return pool;
    }

    @Bean
    FlywayConfigurationCustomizer poolRoleInMigrations(Logins logins) {
        return flyway -> flyway.placeholders(Map.of("pool", logins.pool().role()));
    }

    @Bean
    FlywayMigrationStrategy migrateEachModule(ResourcePatternResolver files, Logins logins) {
        return new MigrateEachModule(files, logins.owner());
    }

    @Bean
    Callback historyStaysWithTheOwner(Logins logins) {
        return new HistoryStaysWithTheOwner(logins.pool().role());
    }

    private static HikariDataSource pool(String name, Login login) {
        var pool = new HikariDataSource();
        pool.setPoolName(name);
        pool.setJdbcUrl(login.url());
        pool.setUsername(login.role());
        pool.setPassword(login.password());
        // A batch of inserts travels, and is carried out, as inserts of many rows.
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        // What failed would stand in the log with the values of its row.
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        return pool;
    }
}
