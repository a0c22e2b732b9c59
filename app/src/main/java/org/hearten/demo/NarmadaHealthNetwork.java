package org.hearten.demo;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hearten.channels.Network;
import org.hearten.facilities.Facilities;
import org.hearten.facilities.FacilityId;
import org.hearten.facilities.Jurisdiction;
import org.hearten.people.People;
import org.hearten.people.PersonId;
import org.hearten.people.Role;
import org.hearten.posts.Draft;
import org.hearten.posts.Posts;
import org.hearten.posts.Submission;
import org.hearten.posts.Version;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The demo organisation and its people. Names, numbers and addresses are invented. */
@Component
class NarmadaHealthNetwork {
    static final String PASSWORD = "namaste-hearten-demo";
    static final String MAIL = "@narmada.example.org";
    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");

    private final Facilities facilities;
    private final People people;
    private final Posts posts;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;

    NarmadaHealthNetwork(
            Facilities facilities, People people, Posts posts, ObjectProvider<SchedulerClient> scheduler, Clock clock) {
        this.facilities = facilities;
        this.people = people;
        this.posts = posts;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Called inside one transaction, inside the new organisation's walls. */
    void found() {
        facilities.found("Narmada Health Network");
        var everywhere = List.of(
                open(
                        "narmada-bhopal",
                        "Bhopal Hospital",
                        "भोपाल अस्पताल",
                        "A 300-bed hospital by the Upper Lake, with a 24-hour emergency department.",
                        "बड़े तालाब के पास 300 बिस्तरों का अस्पताल, जहाँ आपातकालीन विभाग 24 घंटे खुला रहता है।",
                        "0755 555 0100",
                        190,
                        "Bhopal",
                        "Raisen",
                        "Rajgarh"),
                open(
                        "narmada-sehore",
                        "Sehore Clinic",
                        "सीहोर क्लिनिक",
                        "Family medicine, mother and child care, and a laboratory in the middle of Sehore.",
                        "सीहोर के बीच में परिवार चिकित्सा, माँ और बच्चे की देखभाल, और जाँच प्रयोगशाला।",
                        "07562 555 0110",
                        150,
                        "Sehore"),
                open(
                        "narmada-vidisha",
                        "Vidisha Clinic",
                        "विदिशा क्लिनिक",
                        "A day clinic for families of Vidisha and Ashoknagar, with a health van for the villages.",
                        "विदिशा और अशोकनगर के परिवारों के लिए दिन का क्लिनिक, और गाँवों के लिए स्वास्थ्य वाहन।",
                        "07592 555 0120",
                        260,
                        "Vidisha",
                        "Ashoknagar"),
                open(
                        "narmada-gwalior",
                        "Gwalior Hospital",
                        "ग्वालियर अस्पताल",
                        "A 200-bed hospital for Gwalior and the Chambal districts.",
                        "ग्वालियर और चंबल के ज़िलों के लिए 200 बिस्तरों का अस्पताल।",
                        "0751 555 0130",
                        30,
                        "Gwalior",
                        "Bhind",
                        "Morena",
                        "Sheopur"));
        var meera = join("Meera", "meera", EnumSet.of(Role.AUTHOR), everywhere);
        var anand = join("Dr Anand Tiwari", "anand", EnumSet.of(Role.CLINICAL_REVIEWER), everywhere);
        var farah = join("Farah", "farah", EnumSet.of(Role.COMPLIANCE_OFFICER, Role.AUDITOR), everywhere);
        join("Kabir", "kabir", EnumSet.of(Role.COMMUNITY_MANAGER, Role.PUBLISHER), everywhere);
        join("Nadia", "nadia", EnumSet.of(Role.ADMINISTRATOR, Role.ANALYST), everywhere);
        var stands = write(meera);
        var first = stands.keySet().iterator().next();
        scheduler
                .getObject()
                .scheduleIfNotExists(FirstDay.TASK
                        .instance(meera.organisation().value().toString())
                        .data(new FirstDay.Plan(
                                meera.organisation().value(),
                                Map.of("anand", anand.value(), "farah", farah.value()),
                                stands,
                                first,
                                clock.instant().plus(FirstDay.LASTS)))
                        .scheduledTo(clock.instant()));
    }

    /** @return how far each post is to come, in the order they were written */
    private LinkedHashMap<UUID, Story.Standing> write(PersonId author) {
        var stands = new LinkedHashMap<UUID, Story.Standing>();
        for (var story : Stories.all()) {
            var facility = facilities.bySlug(story.facility()).orElseThrow().id();
            var draft = new Draft(
                    facility,
                    story.title(),
                    story.text(),
                    story.pillar(),
                    story.language(),
                    List.of(Version.same(Network.HUB)),
                    story.sources(),
                    List.of());
            var due = ZonedDateTime.ofInstant(clock.instant(), INDIA)
                    .plusDays(story.inDays())
                    .with(story.at())
                    .toInstant();
            var id = posts.start(draft, author, story.inDays() == 0 ? null : due);
            if (story.inDays() == 0) {
                posts.publishNow(id, author);
            }
            if (story.standing() != Story.Standing.DRAFT
                    && posts.submit(id, author) instanceof Submission.NotYet notYet) {
                throw new IllegalStateException("The demo's post \"" + story.title() + "\" is not ready: " + notYet);
            }
            stands.put(id.value(), story.standing());
        }
        return stands;
    }

    private FacilityId open(
            String slug,
            String english,
            String hindi,
            String aboutEnglish,
            String aboutHindi,
            String phone,
            int hue,
            String... districts) {
        return facilities.open(
                slug,
                english,
                hindi,
                aboutEnglish,
                aboutHindi,
                phone,
                districts[0] + ", Madhya Pradesh",
                INDIA,
                Jurisdiction.IN,
                hue,
                List.of(districts));
    }

    private PersonId join(String name, String mailbox, Set<Role> roles, List<FacilityId> everywhere) {
        var person = people.add(name, mailbox + MAIL, PASSWORD);
        for (var facility : everywhere) {
            roles.forEach(role -> people.grant(person, role, facility, null));
        }
        return person;
    }
}
