package org.hearten.guard;

/**
 * Where an incoming message belongs.
 *
 * @param urgency 1 is read now, 4 can wait
 * @param readFirst the wide net: a person should look at it before the rest of the queue, whatever the category
 * @param language en, hi or hi-en (Hindi in Latin letters, or mixed)
 * @param why what in the message led there
 */
public record Triage(Category category, int urgency, boolean readFirst, String language, Words why) {
    public enum Category {
        EMERGENCY,
        SELF_HARM,
        ADVERSE_EVENT,
        COMPLAINT,
        CLINICAL_QUESTION,
        APPOINTMENT,
        BILLING,
        PRAISE,
        MISINFORMATION,
        SPAM,
        ABUSE,
        PRIVACY_LEAK,
        MEDIA_INQUIRY,
        JOB,
        OTHER
    }
}
