package org.hearten.publishing;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.hearten.channels.Outgoing;
import org.hearten.channels.Picture;
import org.hearten.media.Media;
import org.hearten.media.PictureId;
import org.hearten.posts.Attachment;
import org.hearten.posts.Post;
import org.springframework.stereotype.Component;

/** Reads what leaves, in the transaction that claimed it: exactly what was approved, pictures included. */
@Component
class Manuscript {
    private final Media media;

    Manuscript(Media media) {
        this.media = media;
    }

    /** Of all the pictures these posts show, those that are there. */
    Set<PictureId> pictures(Collection<Post> posts) {
        var shown = posts.stream()
                .flatMap(post -> post.pictures().stream())
                .map(Attachment::picture)
                .toList();
        return shown.isEmpty() ? Set.of() : media.kept(shown);
    }

    /** Only of what was cleared. */
    Outgoing of(Leaving leaving) {
        var post = Objects.requireNonNull(leaving.post());
        return new Outgoing(
                post.title(),
                post.version(leaving.row().network).orElseThrow().text(),
                post.language(),
                pictures(post),
                null,
                post.facility(),
                post.id().value());
    }

    private List<Picture> pictures(Post post) {
        return post.pictures().stream().map(this::picture).toList();
    }

    private Picture picture(Attachment attachment) {
        var image = media.bytes(attachment.picture()).orElseThrow();
        return new Picture(image.bytes(), image.mediaType(), attachment.alt(), image.width(), image.height());
    }
}
