package org.hearten.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hearten.start.CannotStart;
import org.junit.jupiter.api.Test;

class LoginTests {
    @Test
    void both_spellings_of_an_address_are_read() {
        var jdbc = Login.at(
                "jdbc:postgresql://db.example.org:5433/care?user=app&password=a%2Fb&sslmode=require", "--database-url");
        var plain = Login.at("postgresql://app:a%2Fb@db.example.org:5433/care?sslmode=require", "--database-url");

        assertThat(jdbc.role()).isEqualTo("app").isEqualTo(plain.role());
        assertThat(jdbc.password()).isEqualTo("a/b").isEqualTo(plain.password());
        assertThat(plain.url()).isEqualTo("jdbc:postgresql://db.example.org:5433/care?sslmode=require");
    }

    @Test
    void an_address_without_a_role_or_of_another_database_is_refused() {
        assertThatThrownBy(() -> Login.at("jdbc:postgresql://db.example.org/care", "--migrate-url"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("--migrate-url names no role");
        assertThatThrownBy(() -> Login.at("jdbc:mysql://db.example.org/care", "--migrate-url"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void a_login_never_shows_its_password() {
        assertThat(new Login("jdbc:postgresql://h/d?password=secret", "app", "secret").toString())
                .doesNotContain("secret");
    }
}
