package org.hearten.posts;

/** Where a claim comes from. The address may be empty: a printed guideline has none. */
public record Source(String title, String publisher, String address) {
    boolean isBlank() {
        return title.isBlank() && publisher.isBlank() && address.isBlank();
    }
}
