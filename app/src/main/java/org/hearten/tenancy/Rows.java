package org.hearten.tenancy;

import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/**
 * Many rows for one statement. They travel as one text, which {@code json_populate_recordset(null::the_table, :rows)} reads
 * as rows of that table; PostgreSQL plans the statement once, however many rows there are.
 */
public final class Rows {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Rows() {}

    /**
     * @param columns of one row: names of the table's columns; ids, times, texts, numbers, bytes, {@link #json JSON}, lists of
     *     them, or null
     */
    public static <T> String of(
            Collection<T> all, Function<T, ? extends Map<String, ? extends @Nullable Object>> columns) {
        return JSON.writeValueAsString(
                all.stream().map(columns).map(Rows::written).toList());
    }

    /** For a column of JSON: this text as it stands. */
    public static Object json(String text) {
        return new RawValue(text);
    }

    private static Map<String, @Nullable Object> written(Map<String, ? extends @Nullable Object> row) {
        var written = new LinkedHashMap<String, @Nullable Object>();
        row.forEach((column, value) -> written.put(column, written(value)));
        return written;
    }

    private static @Nullable Object written(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case byte[] bytes -> "\\x" + HexFormat.of().formatHex(bytes);
            case UUID id -> id.toString();
            case Instant at -> at.toString();
            case String text -> text;
            case Number number -> number;
            case Boolean flag -> flag;
            case RawValue json -> json;
            case List<?> list -> list.stream().map(Rows::written).toList();
            default ->
                throw new IllegalArgumentException(
                        "No column is written as " + value.getClass().getName());
        };
    }
}
