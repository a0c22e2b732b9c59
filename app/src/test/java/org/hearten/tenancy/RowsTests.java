package org.hearten.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RowsTests {
    @Test
    void every_kind_of_column_is_written_as_postgresql_reads_it() {
        var row = new LinkedHashMap<String, Object>();
        row.put("id", UUID.fromString("01a20e5e-858d-746b-8960-ffb397b7f4b1"));
        row.put("at", Instant.parse("2026-11-24T06:30:00.000001Z"));
        row.put("words", "\"बुखार\"\n");
        row.put("sealed", new byte[] {0, (byte) 0xff});
        row.put("many", 3);
        row.put("flag", true);
        row.put("said", Rows.json("{\"rule\":\"pause\"}"));
        row.put("alts", Arrays.asList("a, \"b\"", null));
        row.put("nothing", null);

        assertThat(Rows.of(List.of(row), each -> each))
                .isEqualTo(
                        "[{\"id\":\"01a20e5e-858d-746b-8960-ffb397b7f4b1\","
                                + "\"at\":\"2026-11-24T06:30:00.000001Z\",\"words\":\"\\\"बुखार\\\"\\n\",\"sealed\":\"\\\\x00ff\",\"many\":3,"
                                + "\"flag\":true,\"said\":{\"rule\":\"pause\"},\"alts\":[\"a, \\\"b\\\"\",null],\"nothing\":null}]");
    }

    @Test
    void what_no_column_holds_is_refused_before_it_reaches_the_database() {
        assertThatThrownBy(() -> Rows.of(List.of(1), each -> Collections.singletonMap("thing", new Object())))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
