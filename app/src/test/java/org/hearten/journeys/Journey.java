package org.hearten.journeys;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.hearten.HeartenTest;
import org.springframework.test.context.TestPropertySource;

/** All journeys share one running Hearten with the demo organisation in it; each walks with words of its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@HeartenTest
@TestPropertySource(
        properties = {
            "hearten.demo=true",
            "hearten.channels.bluesky.loopback-servers=true",
            "hearten.inbox.listen-every=1s",
            "hearten.insights.poll=1s"
        })
@interface Journey {}
