package org.hearten.hub;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hearten.channels.AccountId;
import org.hearten.channels.Accounts;
import org.hearten.channels.Counts;
import org.hearten.channels.Heard;
import org.hearten.channels.Hearing;
import org.hearten.channels.InHouse;
import org.hearten.channels.Lookup;
import org.hearten.channels.Network;
import org.hearten.channels.NetworkRef;
import org.hearten.channels.Outgoing;
import org.hearten.channels.Removal;
import org.hearten.channels.ReplyTo;
import org.hearten.channels.SendKey;
import org.hearten.channels.SendResult;
import org.hearten.channels.TextRules;
import org.hearten.facilities.Facilities;
import org.hearten.facilities.Facility;
import org.hearten.facilities.FacilityId;
import org.hearten.hub.HubPages.Extras;
import org.hearten.hub.HubPages.Put;
import org.hearten.hub.HubPages.Standing;
import org.hearten.tenancy.Ids;
import org.hearten.tenancy.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The embedded network: sending is one row, and it is asked by reading it. */
@Component
class HubChannel implements InHouse {
    private static final TextRules RULES = new TextRules(20_000, 80_000, 6, 2_000);
    private static final int HEARD_AT_ONCE = 200;
    private static final String START = "0";

    private final HubPages pages;
    private final CommentRows comments;
    private final WhatStandsBehind behind;
    private final Accounts accounts;
    private final Facilities facilities;
    private final TransactionTemplate transaction;
    private final Clock clock;

    HubChannel(
            HubPages pages,
            CommentRows comments,
            WhatStandsBehind behind,
            Accounts accounts,
            Facilities facilities,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.pages = pages;
        this.comments = comments;
        this.behind = behind;
        this.accounts = accounts;
        this.facilities = facilities;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public Network network() {
        return Network.HUB;
    }

    @Override
    public TextRules rules() {
        return RULES;
    }

    @Override
    public SendKey mintKey(Instant now) {
        return new SendKey(Ids.next().toString());
    }

    @Override
    public SendResult send(AccountId account, SendKey key, Outgoing outgoing) {
        return inTransaction(() -> outgoing.replyTo() instanceof ReplyTo to
                ? reply(key, outgoing, to)
                : publish(List.of(new Publication(key, outgoing))).getFirst());
    }

    @Override
    public List<SendResult> publish(List<Publication> publications) {
        var fitting = publications.stream()
                .filter(each -> RULES.holds(each.what().text()))
                .toList();
        var known = behind.all(fitting.stream().map(Publication::what).toList());
        var standing = pages.put(
                fitting.stream()
                        .map(each -> new Put(
                                page(each),
                                each.what(),
                                known.getOrDefault(each.what().subject(), Extras.NONE)))
                        .toList(),
                clock.instant());
        var slugs = new HashMap<FacilityId, String>();
        return publications.stream()
                .map(each -> answer(each, standing.get(page(each)), slugs))
                .toList();
    }

    private SendResult answer(Publication publication, @Nullable Standing standing, Map<FacilityId, String> slugs) {
        if (standing == null) {
            return tooLong();
        } else {
            return switch (standing) {
                case THERE -> {
                    var slug = slugs.computeIfAbsent(
                            publication.what().facility(),
                            facility -> facilities.get(facility).slug());
                    var id = page(publication);
                    yield new SendResult.Sent(new NetworkRef(
                            id.ref(), null, address(slug, publication.what().language(), id)));
                }
                case REMOVED -> new SendResult.Refused("This post was taken down from the Hub");
            };
        }
    }

    private static SendResult tooLong() {
        return new SendResult.Refused("The Hub takes at most " + RULES.maxGraphemes() + " letters");
    }

    private static PageId page(Publication publication) {
        return page(publication.what().facility().organisation(), publication.key());
    }

    private SendResult reply(SendKey key, Outgoing outgoing, ReplyTo to) {
        if (!RULES.holds(outgoing.text())) {
            return tooLong();
        }
        var organisation = outgoing.facility().organisation();
        var id = new CommentId(organisation, UUID.fromString(key.value()));
        var answered = CommentId.of(organisation, to.parentRef());
        var comment = comments.hold(answered);
        if (comment.isEmpty() || comment.get().state() == CommentState.WITHDRAWN) {
            return new SendResult.Refused("The comment was taken back by its writer");
        } else {
            if (comments.state(id).isEmpty()) {
                comments.answer(
                        id, outgoing.facility(), comment.get().page(), answered, outgoing.text(), clock.instant());
                comments.countAgain(comment.get().page(), clock.instant());
            }
            return new SendResult.Sent(ref(id, comment.get().page(), outgoing.facility()));
        }
    }

    @Override
    public Lookup find(AccountId account, SendKey key) {
        return inTransaction(() -> {
            var id = page(account.organisation(), key);
            var answer = new CommentId(account.organisation(), id.value());
            var facility = accounts.get(account).facility();
            if (pages.find(facility, id.value()) instanceof Optional<Page> page && page.isPresent()) {
                return new Lookup.Present(ref(id, facility, page.get().language()));
            } else {
                return comments.hold(answer)
                        .filter(held -> held.state() == CommentState.SHOWN)
                        .<Lookup>map(held -> new Lookup.Present(ref(answer, held.page(), facility)))
                        .orElseGet(Lookup.Absent::new);
            }
        });
    }

    @Override
    public Removal remove(AccountId account, SendKey key, @Nullable NetworkRef ref) {
        return inTransaction(() -> {
            var now = clock.instant();
            var answer = new CommentId(account.organisation(), UUID.fromString(key.value()));
            var held = comments.hold(answer);
            if (held.isPresent()) {
                comments.withdraw(answer, now);
                comments.countAgain(held.get().page(), now);
                return held.get().state() == CommentState.SHOWN ? new Removal.Removed() : new Removal.AlreadyGone();
            } else {
                var stood = pages.remove(
                        page(account.organisation(), key), accounts.get(account).facility(), now);
                return stood ? new Removal.Removed() : new Removal.AlreadyGone();
            }
        });
    }

    /** Comments shown. Whoever reads a page leaves no trace, so there is nothing else to count. */
    @Override
    public Map<String, Counts> counts(AccountId account, List<NetworkRef> refs) {
        var ids = refs.stream()
                .map(NetworkRef::uri)
                .filter(uri -> uri.startsWith("hub:page:"))
                .map(uri -> new PageId(account.organisation(), UUID.fromString(uri.substring("hub:page:".length()))))
                .toList();
        return inTransaction(() -> pages.comments(ids).entrySet().stream()
                .collect(toMap(
                        counted -> new PageId(account.organisation(), counted.getKey()).ref(),
                        counted -> new Counts(0, 0, counted.getValue(), 0))));
    }

    @Override
    public Hearing hear(AccountId account, @Nullable String cursor) {
        return inTransaction(() -> {
            var from = cursor == null ? START : cursor;
            var facility = facilities.get(accounts.get(account).facility());
            var said = comments.after(facility.id(), Long.parseLong(from), HEARD_AT_ONCE);
            var items = said.stream().map(each -> heard(each, facility)).toList();
            return new Hearing(
                    items, said.isEmpty() ? from : Long.toString(said.getLast().turn()));
        });
    }

    private static Heard heard(CommentRows.Said said, Facility facility) {
        return new Heard(
                said.id().ref(),
                Heard.Kind.COMMENT,
                "",
                said.author(),
                said.text(),
                said.page().ref(),
                said.page().ref(),
                said.at(),
                address(facility.slug(), said.language(), said.page()) + "#c-"
                        + said.id().value());
    }

    private NetworkRef ref(PageId id, FacilityId facility, String language) {
        return new NetworkRef(id.ref(), null, address(facilities.get(facility).slug(), language, id));
    }

    private NetworkRef ref(CommentId answer, PageId page, FacilityId facility) {
        var address = address(facilities.get(facility).slug(), "en", page);
        return new NetworkRef(answer.ref(), null, address + "#c-" + answer.value());
    }

    static String address(String slug, String language, PageId page) {
        return "/hub/" + slug + "/" + (language.startsWith("hi") ? "hi" : "en") + "/posts/" + page.value();
    }

    private static PageId page(OrganisationId organisation, SendKey key) {
        return new PageId(organisation, UUID.fromString(key.value()));
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        var result = transaction.execute(ignored -> work.get());
        if (result == null) {
            throw new IllegalStateException("The Hub gave no answer");
        }
        return result;
    }
}
