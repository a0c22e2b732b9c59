package org.hearten.hub;

import java.util.Optional;
import org.hearten.approvals.Approvals;
import org.hearten.approvals.Decision;
import org.hearten.approvals.Round;
import org.hearten.approvals.Step;
import org.hearten.channels.Outgoing;
import org.hearten.hub.HubPages.Extras;
import org.hearten.hub.Page.Reference;
import org.hearten.people.People;
import org.hearten.posts.Post;
import org.hearten.posts.PostId;
import org.hearten.posts.Posts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The sources of a post and who checked it: the Hub shows them, other networks have no place for them. */
@Component
class WhatPostsKnow {
    // Asked for when something is sent: posts themselves look up the rules of every channel, this one among them.
    private final ObjectProvider<Posts> posts;
    private final ObjectProvider<Approvals> approvals;
    private final People people;

    WhatPostsKnow(ObjectProvider<Posts> posts, ObjectProvider<Approvals> approvals, People people) {
        this.posts = posts;
        this.approvals = approvals;
        this.people = people;
    }

    Extras about(Outgoing outgoing) {
        var id = new PostId(outgoing.facility().organisation(), outgoing.subject());
        return posts.getObject().find(id).map(this::about).orElse(Extras.NONE);
    }

    private Extras about(Post post) {
        var sources = post.sources().stream()
                .map(source -> new Reference(source.title(), source.publisher(), source.address()))
                .toList();
        return new Extras(sources, reviewer(post.id()).orElse(null));
    }

    /** The clinician whose yes counted: the newest round that was approved. */
    private Optional<String> reviewer(PostId post) {
        return approvals.getObject().of(post).stream()
                .filter(round -> round.state() == Round.State.APPROVED)
                .findFirst()
                .flatMap(round -> round.of(Step.CLINICAL))
                .map(Decision::by)
                .map(people::name);
    }
}
