package org.rollcall.roster;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Locale;

/** What a column of a roster is for, by its heading in English, German or French. */
enum Role {
    NAME("name", "fullname", "displayname", "nom"),
    FIRST_NAME("firstname", "givenname", "forename", "vorname", "prenom"),
    LAST_NAME("lastname", "surname", "familyname", "nachname", "familienname", "nomdefamille"),
    EMAIL("email", "emailaddress", "mail", "useremail", "emailadresse", "mailadresse", "courriel", "adresseemail"),
    REGISTRANT_ID("registrantid"),
    ALIAS("alias", "aliases"),
    EXCUSED("excused", "excuse", "entschuldigt");

    /** In plain letters; of two columns with the same role, the one whose heading comes first here has it. */
    private final List<String> headings;

    Role(String... headings) {
        this.headings = List.of(headings);
    }

    /** How well a heading fits, 0 being best; negative where it does not. */
    int rank(String heading) {
        return headings.indexOf(plainLetters(heading));
    }

    /** The heading as documented. */
    String heading() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String plainLetters(String heading) {
        return Normalizer.normalize(heading, Form.NFKD)
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .toLowerCase(Locale.ROOT);
    }
}
