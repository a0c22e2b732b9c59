package org.hearten.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsvTests {
    @Test
    void a_cell_that_a_spreadsheet_would_run_is_kept_as_text() {
        assertThat(Csv.line("=HYPERLINK(\"http://evil.example\")", "+1", "-1", "@sum", "\t=1"))
                .isEqualTo("\"'=HYPERLINK(\"\"http://evil.example\"\")\",\"'+1\",\"'-1\",\"'@sum\",\"'\t=1\"\r\n");
    }

    @Test
    void other_cells_stay_as_they_are() {
        assertThat(Csv.line("post.approved", null, 5)).isEqualTo("\"post.approved\",\"\",\"5\"\r\n");
    }
}
