package org.hearten.hub;

import static java.util.stream.Collectors.toMap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
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

    /** By the post's id. */
    Map<UUID, Extras> about(List<Outgoing> all) {
        var ids = all.stream()
                .map(outgoing -> new PostId(outgoing.facility().organisation(), outgoing.subject()))
                .toList();
        var reviewers = reviewers(ids);
        return posts.getObject().find(ids).stream()
                .collect(toMap(post -> post.id().value(), post -> new Extras(sources(post), reviewers.get(post.id()))));
    }

    private static List<Reference> sources(Post post) {
        return post.sources().stream()
                .map(source -> new Reference(source.title(), source.publisher(), source.address()))
                .toList();
    }

    /** The clinician whose yes counted, where the newest round that was approved had one. */
    private Map<PostId, String> reviewers(List<PostId> ids) {
        var counting = approvals.getObject().of(ids).stream()
                .filter(round -> round.state() == Round.State.APPROVED)
                .collect(toMap(Round::post, Function.identity(), (newest, older) -> newest));
        var names = counting.isEmpty() ? Map.<UUID, String>of() : people.names();
        var reviewers = new HashMap<PostId, String>();
        counting.forEach((post, round) -> round.of(Step.CLINICAL)
                .map(Decision::by)
                .map(by -> names.getOrDefault(by.value(), "?"))
                .ifPresent(name -> reviewers.put(post, name)));
        return reviewers;
    }
}
