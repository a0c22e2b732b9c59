package org.hearten.posts;

import java.util.Arrays;
import java.util.List;
import org.hearten.Given;
import org.hearten.channels.Network;
import org.hearten.people.Role;
import org.springframework.boot.test.context.TestComponent;

/** Posts of the cast, by their authors. */
@TestComponent
public class GivenPosts {
    private final Given given;
    private final Posts posts;

    GivenPosts(Given given, Posts posts) {
        this.given = given;
        this.posts = posts;
    }

    public Draft draft(Given.Cast cast, String title, String text) {
        return new Draft(
                cast.first(),
                title,
                text,
                Pillar.EDUCATION,
                "en",
                Arrays.stream(Network.values()).map(Version::same).toList(),
                List.of(new Source("Dengue fact sheet", "World Health Organization", "https://example.org/dengue")),
                List.of());
    }

    public PostId aPost(Given.Cast cast, String title, String text) {
        var author = cast.with(Role.AUTHOR);
        return given.as(author, () -> posts.start(draft(cast, title, text), author, null));
    }

    public Post read(PostId id) {
        return given.in(id.organisation(), () -> posts.get(id));
    }
}
