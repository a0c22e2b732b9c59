package org.hearten.database;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.hearten.start.CannotStart;
import org.postgresql.Driver;

/** One role's way into one database. */
record Login(String url, String role, String password) {

    /**
     * Reads {@code jdbc:postgresql://host/name?user=…&password=…} and also {@code postgresql://user:password@host/name}.
     *
     * @param option the name of the option that gave the address, for the sentence when it cannot be read
     */
    static Login at(String address, String option) {
        var plain = address.startsWith("jdbc:") ? address.substring("jdbc:".length()) : address;
        plain = plain.startsWith("postgres:") ? plain.replaceFirst("postgres:", "postgresql:") : plain;
        var role = "";
        var password = "";
        try {
            var userInfo = URI.create(plain).getRawUserInfo();
            if (userInfo != null) {
                plain = plain.replace(userInfo + "@", "");
                var parts = userInfo.split(":", 2);
                role = decoded(parts[0]);
                password = parts.length > 1 ? decoded(parts[1]) : "";
            }
        } catch (IllegalArgumentException notAUri) {
            throw unreadable(option);
        }
        var url = "jdbc:" + plain;
        var properties = Driver.parseURL(url, new Properties());
        if (properties == null) {
            throw unreadable(option);
        }
        role = properties.getProperty("user", role);
        password = properties.getProperty("password", password);
        if (role.isEmpty()) {
            throw new CannotStart("The address given with " + option + " names no role: add ?user=…&password=… to it.");
        }
        return new Login(url, role, password);
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, role, password);
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }

    private static CannotStart unreadable(String option) {
        return new CannotStart("The address given with " + option
                + " cannot be read. It looks like jdbc:postgresql://host:5432/name?user=…&password=…");
    }

    @Override
    public String toString() {
        return "Login[" + role + "]"; // an address may carry a password
    }
}
