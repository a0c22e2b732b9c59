package org.hearten.approvals;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hearten.posts.Post;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The words of a post, by the part they stand in: {@code title}, or the name of a network. */
@Component
class SeenWords {
    static final String TITLE = "title";

    private final JsonMapper json;

    SeenWords(JsonMapper json) {
        this.json = json;
    }

    static Map<String, String> of(Post post) {
        var words = new LinkedHashMap<String, String>();
        words.put(TITLE, post.title());
        post.versions().forEach(version -> words.put(version.network().name(), version.text()));
        return words;
    }

    String write(Post post) {
        return json.writeValueAsString(of(post));
    }

    Map<String, String> read(String written) {
        return json.readValue(written, new TypeReference<Map<String, String>>() {});
    }
}
