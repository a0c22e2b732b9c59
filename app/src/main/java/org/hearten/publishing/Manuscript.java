package org.hearten.publishing;

import java.util.Optional;
import org.hearten.channels.Outgoing;
import org.hearten.channels.Picture;
import org.hearten.media.Media;
import org.hearten.posts.Attachment;
import org.hearten.posts.Post;
import org.hearten.posts.Posts;
import org.springframework.stereotype.Component;

/** Reads what leaves, in the transaction that claimed it: exactly what was approved, pictures included. */
@Component
class Manuscript {
    private final Posts posts;
    private final Media media;

    Manuscript(Posts posts, Media media) {
        this.posts = posts;
        this.media = media;
    }

    /** Empty when it is no longer what the delivery promised: edited, or without a version for this network. */
    Optional<Outgoing> of(DeliveryRow row) {
        return posts.find(row.post)
                .filter(post -> post.contentHash().equals(row.contentHash))
                .flatMap(post -> post.version(row.network)
                        .map(version -> new Outgoing(
                                post.title(),
                                version.text(),
                                post.language(),
                                post.pictures().stream()
                                        .map(this::picture)
                                        .flatMap(Optional::stream)
                                        .toList(),
                                null,
                                post.facility(),
                                post.id().value()))
                        .filter(outgoing -> complete(post, outgoing)));
    }

    private Optional<Picture> picture(Attachment attachment) {
        return media.bytes(attachment.picture())
                .map(image ->
                        new Picture(image.bytes(), image.mediaType(), attachment.alt(), image.width(), image.height()));
    }

    /** A post whose picture is missing is not the post that was approved. */
    private static boolean complete(Post post, Outgoing outgoing) {
        return post.pictures().size() == outgoing.pictures().size();
    }
}
