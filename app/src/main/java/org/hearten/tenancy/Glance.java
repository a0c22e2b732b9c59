package org.hearten.tenancy;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.StatementCreatorUtils;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.core.namedparam.ParsedSql;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * One question asked inside the caller's walls in one exchange with the database, where a transaction takes three: walls
 * and question travel together and end together. Inside a running transaction it is a question like any other.
 *
 * <p>For pages that many people open. It reads; whoever writes, or asks twice about the same moment, opens a transaction.
 */
@Component
public class Glance {
    /** PostgreSQL runs what one exchange brings as one transaction, and the setting ends with it. */
    private static final String WALLS = "select set_config('hearten.organisation', ?, true); ";

    private final Map<String, Question> asked = new ConcurrentHashMap<>();
    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;

    Glance(NamedParameterJdbcTemplate named) {
        this.named = named;
        this.jdbc = named.getJdbcTemplate();
    }

    private record Question(ParsedSql parsed, String sent) {
        static Question read(String sql) {
            var parsed = NamedParameterUtils.parseSqlStatement(sql);
            return new Question(parsed, WALLS + NamedParameterUtils.substituteNamedParameters(parsed, null));
        }
    }

    /** @param sql one statement that reads, a constant, with {@code :names} for the parameters; an array for a list */
    public <T> List<T> at(String sql, Map<String, ?> parameters, RowMapper<T> row) {
        return TransactionSynchronizationManager.isActualTransactionActive()
                ? named.query(sql, parameters, row)
                : alone(sql, new MapSqlParameterSource(parameters), row);
    }

    /** The first row, if there is one. */
    public <T> Optional<T> first(String sql, Map<String, ?> parameters, RowMapper<T> row) {
        return at(sql, parameters, row).stream().findFirst();
    }

    private <T> List<T> alone(String sql, MapSqlParameterSource parameters, RowMapper<T> row) {
        var organisation = Tenancy.current()
                .map(caller -> caller.organisation().value().toString())
                .orElse("");
        var question = asked.computeIfAbsent(sql, Question::read);
        var values = NamedParameterUtils.buildValueArray(question.parsed(), parameters, null);
        var answer = jdbc.execute(question.sent(), (PreparedStatement statement) -> {
            statement.setString(1, organisation);
            for (int at = 0; at < values.length; at++) {
                StatementCreatorUtils.setParameterValue(statement, at + 2, SqlTypeValue.TYPE_UNKNOWN, values[at]);
            }
            statement.execute();
            statement.getMoreResults();
            try (var rows = statement.getResultSet()) {
                return read(rows, row);
            }
        });
        return answer == null ? List.of() : answer;
    }

    private static <T> List<T> read(@Nullable ResultSet rows, RowMapper<T> row) throws SQLException {
        var read = new ArrayList<T>();
        while (rows != null && rows.next()) {
            read.add(row.mapRow(rows, read.size()));
        }
        return read;
    }
}
