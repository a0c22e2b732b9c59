package org.hearten.posts;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.hearten.channels.Channels;
import org.hearten.channels.Network;
import org.hearten.channels.TextRules;
import org.hearten.checks.Checks;
import org.hearten.facilities.Facilities;
import org.hearten.people.People;
import org.hearten.people.Role;
import org.hearten.people.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lays out everything the composer shows for one post. */
@Component
@Transactional(readOnly = true)
class Desks {
    private final Posts posts;
    private final Checks checks;
    private final Readiness readiness;
    private final Facilities facilities;
    private final People people;
    private final Channels channels;
    private final Blocks blocks;
    private final Clock clock;

    Desks(
            Posts posts,
            Checks checks,
            Readiness readiness,
            Facilities facilities,
            People people,
            Channels channels,
            Blocks blocks,
            Clock clock) {
        this.blocks = blocks;
        this.clock = clock;
        this.posts = posts;
        this.checks = checks;
        this.readiness = readiness;
        this.facilities = facilities;
        this.people = people;
        this.channels = channels;
    }

    Desk of(PostId id, SignedIn me) {
        var post = posts.get(id);
        return of(post, post.draft(), null, post.revision(), me);
    }

    /** With what was typed and could not be kept. */
    Desk of(Post post, Draft typed, @Nullable Post theirs, int seenRevision, SignedIn me) {
        var checkup = checks.check(typed.facility(), post.id().value(), PostWords.parts(typed));
        var facility = facilities.get(typed.facility());
        var mine = me.facilities(Role.AUTHOR, Role.PUBLISHER);
        return new Desk(
                post,
                typed,
                theirs,
                theirs == null
                        ? null
                        : posts.together(typed, theirs, seenRevision).orElse(null),
                seenRevision,
                posts.twin(post.id()).orElse(null),
                checkup,
                readiness.missing(post, checkup),
                checks.readability(typed.text(), typed.language()),
                facility,
                blocks.all(me.organisation()).stream()
                        .filter(block -> block.kind() == Block.Kind.BLOCK)
                        .map(block -> block.at(facility))
                        .toList(),
                facilities.all().stream()
                        .filter(each -> mine.contains(each.id()))
                        .toList(),
                rules(),
                people.name(post.author()),
                people.name(post.changedBy()),
                me.may(Role.AUTHOR, post.facility()) || me.may(Role.PUBLISHER, post.facility()),
                me.may(Role.CLINICAL_REVIEWER, post.facility()) || me.may(Role.COMPLIANCE_OFFICER, post.facility()),
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    private Map<Network, TextRules> rules() {
        var rules = new EnumMap<Network, TextRules>(Network.class);
        Arrays.stream(Network.values())
                .forEach(network -> rules.put(network, channels.of(network).rules()));
        return rules;
    }
}
