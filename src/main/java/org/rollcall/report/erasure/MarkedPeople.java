package org.rollcall.report.erasure;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.rollcall.report.Meeting;
import org.rollcall.report.attendance.ExpectedPerson;
import org.rollcall.report.attendance.identity.Identity;
import org.rollcall.report.attendance.identity.PersonName;

/** Judges whether people in one instance of a meeting are marked. For one thread. */
public final class MarkedPeople {
    private final MarkHash hash;
    private final Map<MarkKind, Set<String>> marks;
    private final String instance;
    private final Map<Identity, Boolean> judged = new HashMap<>();

    /** @param hash {@code null} where nobody is marked */
    MarkedPeople(MarkHash hash, Map<MarkKind, Set<String>> marks, String instance) {
        this.hash = hash;
        this.marks = marks;
        this.instance = instance;
    }

    /** Returns whether what a row says of whose it is has a mark. */
    public boolean test(Identity person) {
        return hash != null && judged.computeIfAbsent(person, this::judge);
    }

    private boolean judge(Identity person) {
        return isMarked(MarkKind.PARTICIPANT_USER_ID, person.participantUserId())
                || isMarked(MarkKind.PARTICIPANT_USER_ID, person.id())
                || isMarked(MarkKind.REGISTRANT_ID, person.registrantId())
                || isMarked(MarkKind.CUSTOMER_KEY, person.customerKey())
                || hasEmail(person.email())
                || hasName(person.userName());
    }

    /** Returns whether somebody who was expected has a mark, be it of another name that they go by. */
    public boolean test(ExpectedPerson person) {
        return hash != null
                && (isMarked(MarkKind.REGISTRANT_ID, person.registrantId())
                        || hasEmail(person.email())
                        || hasName(person.name())
                        || person.aliases().stream().anyMatch(this::hasName));
    }

    /** Returns whether a meeting's host has a mark. */
    public boolean testHost(Meeting meeting) {
        return hash != null && (hasEmail(meeting.hostEmail()) || hasName(meeting.host()));
    }

    /**
     * Returns the meeting without its host where that one has a mark, and then without a topic that has the name, as
     * the topics that Zoom gives have the host's.
     */
    public Meeting without(Meeting meeting) {
        return testHost(meeting) ? withoutHost(meeting) : meeting;
    }

    /** Returns the meeting without its host, and without a topic that has the name. */
    static Meeting withoutHost(Meeting meeting) {
        Meeting nameless = meeting.withHost(null, null);
        return isNamed(meeting.topic(), meeting.host()) ? nameless.withTopic(null) : nameless;
    }

    /** Returns whether a topic has a name in it. */
    static boolean isNamed(String topic, String name) {
        String text = PersonName.key(topic);
        String key = PersonName.key(name);
        return text != null
                && key != null
                && Pattern.compile("(?<![\\p{L}\\p{Nd}])" + Pattern.quote(key) + "(?![\\p{L}\\p{Nd}])")
                        .matcher(text)
                        .find();
    }

    /** Returns whether an e-mail address has a mark; {@code null} has none. */
    public boolean hasEmail(String email) {
        return hash != null && has(MarkKind.EMAIL) && contains(MarkKind.EMAIL, hash.email(Identity.trimmed(email)));
    }

    private boolean hasName(String name) {
        return has(MarkKind.NAME) && contains(MarkKind.NAME, hash.name(name))
                || instance != null
                        && has(MarkKind.NAME_IN_INSTANCE)
                        && contains(MarkKind.NAME_IN_INSTANCE, hash.nameIn(instance, name));
    }

    private boolean isMarked(MarkKind kind, String text) {
        return text != null && has(kind) && contains(kind, hash.of(kind, text));
    }

    private boolean has(MarkKind kind) {
        return marks.containsKey(kind);
    }

    private boolean contains(MarkKind kind, String hashed) {
        return hashed != null && marks.get(kind).contains(hashed);
    }
}
