package org.rollcall.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadRosterTest {
    private static final String KEY = "rosters/95204914252.csv";

    @Test
    void namesAndAddresses() {
        Roster roster = read("name,email\nAda Lovelace,ada@example.org\nGrace Hopper,grace@example.org\n");
        assertThat(roster.lines())
                .containsExactly(
                        new RosterLine("Ada Lovelace", "ada@example.org", null, List.of(), false, null, Map.of()),
                        new RosterLine("Grace Hopper", "grace@example.org", null, List.of(), false, null, Map.of()));
        assertThat(roster.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Email,NAME\nada@example.org,Ada",
                " e-mail , Name \n ada@example.org , Ada ",
                "sep=;\r\nE-Mail;Name\r\nada@example.org;Ada\r\n",
                "\"sep=|\"\nE-Mail|Name\nada@example.org|Ada",
                "\n\n,,\nEmail address,Full name,,,\n\nada@example.org,Ada,,,\n,,,,\n",
                "E_Mail\tDisplay Name\rada@example.org\tAda\r",
                "User Email|name|\n\u00A0ada@example.org|\u200BAda\u00A0|",
                "Courriel;Nom\nada@example.org;Ada",
                "\"email\" , \"name\"\n \"ada@example.org\" , \"Ada\"",
            })
    void headersAreFoundHoweverTheyAreWritten(String text) {
        Roster roster = read(text);
        assertThat(roster.lines())
                .containsExactly(new RosterLine("Ada", "ada@example.org", null, List.of(), false, null, Map.of()));
        assertThat(roster.warnings()).isEmpty();
    }

    @Test
    void oneOfBothIsEnough() {
        assertThat(read("email\nada@example.org").lines())
                .extracting(RosterLine::email)
                .containsExactly("ada@example.org");
        assertThat(read("name\nLovelace, Ada\n\"Hopper, Grace\"\n").lines())
                .extracting(RosterLine::name)
                .containsExactly("Lovelace, Ada", "Hopper, Grace");
        assertThat(read("name,email\nAda,\n,grace@example.org").lines())
                .extracting(RosterLine::name, RosterLine::email)
                .containsExactly(tuple("Ada", null), tuple(null, "grace@example.org"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            textBlock =
                    """
                    first_name,last_name      | Ada,Lovelace         | Ada Lovelace
                    Last Name,First Name      | Lovelace,Ada         | Ada Lovelace
                    Vorname;Nachname          | Ada;Lovelace         | Ada Lovelace
                    Name;Vorname              | Lovelace;Ada         | Ada Lovelace
                    name,first_name           | Ada Lovelace,Ada     | Ada Lovelace
                    Nom;Prénom                | Lovelace;Ada         | Ada Lovelace
                    name,firstname,lastname   | Countess,Ada,Lovelace | Countess
                    name,firstname,lastname   | ,Ada,Lovelace        | Ada Lovelace
                    firstname,lastname        | Ada,                 | Ada
                    firstname,lastname        | ,Lovelace            | Lovelace
                    """)
    void aNameInTwoColumns(String header, String line, String name) {
        assertThat(read(header + "\n" + line).lines())
                .extracting(RosterLine::name)
                .containsExactly(name);
    }

    @Test
    void otherColumnsTravelAlongInOrder() {
        Roster roster = read("Group,name,Student no.,email,First name,Last name,registrant_id,Note\n"
                + "B,Ada Lovelace,0042,ada@example.org,Ada,Lovelace,xQ1, =1+1\n"
                + "A,Grace Hopper\n");
        assertThat(roster.columns())
                .containsExactly("Group", "Student no.", "First name", "Last name", "registrant_id", "Note");
        RosterLine ada = roster.lines().get(0);
        assertThat(ada.columns().keySet()).containsExactlyElementsOf(roster.columns());
        assertThat(ada.columns().values()).containsExactly("B", "0042", "Ada", "Lovelace", "xQ1", "=1+1");
        assertThat(ada.registrantId()).isEqualTo("xQ1");
        RosterLine grace = roster.lines().get(1);
        assertThat(grace.columns().values()).containsExactly("A", "", "", "", "", "");
        assertThat(grace.email()).isNull();
        assertThat(grace.registrantId()).isNull();
    }

    @Test
    void columnsWithoutANameOfTheirOwnGetOne() {
        Roster roster = read(",name,Group,group,,email\n1,Ada,a,b,c,ada@example.org");
        assertThat(roster.lines().get(0).columns())
                .isEqualTo(Map.of("column 1", "1", "Group", "a", "group (2)", "b", "column 5", "c"));
        assertThat(roster.columns()).containsExactly("column 1", "Group", "group (2)", "column 5");
        assertThat(roster.warnings()).singleElement().asString().contains("column 1, 4, 5");
    }

    @Test
    void aliases() {
        assertThat(read("name,Alias\nAda,\"The Countess; A. L. ;;A. L.\"\nGrace,")
                        .lines())
                .extracting(RosterLine::aliases)
                .containsExactly(List.of("The Countess", "A. L."), List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "yes,true,", "YES,true,", "true,true,", "1,true,", "x,true,", "Ja,true,", "oui,true,", "excusé,true,",
        "no,false,", "FALSE,false,", "0,false,", "nein,false,", "non,false,", "'',false,", "' ',false,", "-,false,",
        "ill,true,ill", "' Doctor''s note ',true,Doctor's note", "unexcused,false,"
    })
    void excused(String cell, boolean excused, String reason) {
        RosterLine line = read("name;Excused\nAda;" + cell + "\n").lines().get(0);
        assertThat(line.excused()).isEqualTo(excused);
        assertThat(line.excusedReason()).isEqualTo(reason);
    }

    @Test
    void namesStandOnOneLine() {
        assertThat(read("name\n\"Ada\r\n King  Lovelace\"").lines())
                .extracting(RosterLine::name)
                .containsExactly("Ada King Lovelace");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"})
    void charactersInEachSet(String name) {
        String text = "Name;E-Mail\r\nRenée Šímová – „Œ“ €;renee@example.org\r\n";
        Roster roster = ReadRoster.read(KEY, text.replace("ímová", "imova").getBytes(Charset.forName(name)));
        assertThat(roster.lines()).extracting(RosterLine::name).containsExactly("Renée Šimova – „Œ“ €");
        assertThat(roster.warnings()).hasSize(name.equals("windows-1252") ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aByteOrderMarkIsNoPartOfTheHeader(String name) {
        byte[] bytes = "\uFEFFИмя\tname\nа\tАда\n".getBytes(Charset.forName(name));
        assertThat(ReadRoster.read(KEY, bytes).columns()).containsExactly("Имя");
        assertThat(ReadRoster.read(KEY, bytes).lines())
                .extracting(RosterLine::name)
                .containsExactly("Ада");
    }

    @Test
    void everyByteOfWindows1252IsWhatItIsThere() {
        byte[] bytes = new byte[128];
        IntStream.range(0, 128).forEach(i -> bytes[i] = (byte) (128 + i));
        String expected = new String(bytes, Charset.forName("windows-1252"));
        String text = RosterText.of(KEY, bytes).text();
        for (int i = 0; i < 128; i++) {
            if (expected.charAt(i) != '\uFFFD') {
                assertThat(text.charAt(i)).isEqualTo(expected.charAt(i));
            }
        }
    }

    @Test
    void theSamePersonTwiceIsOne() {
        Roster roster = read("name,email,group\nAda,ada@example.org,a\nada,ADA@example.org,b\nGrace,,c\nGrace,,c\n");
        assertThat(roster.lines()).extracting(RosterLine::name).containsExactly("Ada", "Grace");
        assertThat(roster.warnings()).singleElement().asString().endsWith("left out: line 3, 5.");
    }

    @Test
    void whoCanNotBeToldApartIsKeptAndSaid() {
        Roster names = read("name\nMaria Garcia\nMaria Garcia\nAda");
        assertThat(names.lines()).hasSize(3);
        assertThat(names.warnings()).singleElement().asString().endsWith("kept: line 3.");

        Roster oneAddress = read("name,email\nAda,\nAda,ada@example.org\nGrace,g@example.org\nGrace,\n");
        assertThat(oneAddress.lines()).hasSize(4);
        assertThat(oneAddress.warnings()).singleElement().asString().endsWith("kept: line 3, 5.");

        Roster sharedAddress = read("name,email\nAda,family@example.org\nWilliam,family@example.org\n");
        assertThat(sharedAddress.lines()).hasSize(2);
        assertThat(sharedAddress.warnings()).singleElement().asString().endsWith("kept: line 3.");

        Roster twoAddresses = read("name,email\nAda,a@example.org\nAda,b@example.org\n");
        assertThat(twoAddresses.lines()).hasSize(2);
        assertThat(twoAddresses.warnings()).isEmpty();
    }

    @Test
    void whatSaysNobodyIsLeftOut() {
        Roster roster = read("name,email,Quiz 1\n,,10\nAda,n/a,7\n,unknown,3\n");
        assertThat(roster.lines()).extracting(RosterLine::name).containsExactly("Ada");
        assertThat(roster.lines().get(0).email()).isNull();
        assertThat(roster.warnings())
                .containsExactly(
                        "Neither a name nor an e-mail address, so that the line is left out: line 2, 4.",
                        "An e-mail address without @, which is left out: line 3, 4.");
    }

    @Test
    void aHeaderAloneExpectsNobody() {
        Roster roster = read("name,email\n");
        assertThat(roster.lines()).isEmpty();
        assertThat(roster.warnings()).containsExactly("The roster names nobody.");
    }

    @Test
    void manyWarningsAreCounted() {
        String lines = "Ada\n".repeat(1000);
        assertThat(read("name\n" + lines).warnings()).singleElement().asString().endsWith(", 22 and 979 more.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''                                           | it is empty
                    ' \n\n  '                                     | it is empty
                    ',,\n;;\n'                                   | line 1 is no header with name or email
                    Ada,ada@example.org                          | line 1 is no header with name or email
                    '\n\nFirst name,Group\nAda,a'                | line 3 is no header with name or email
                    'name,email,E-Mail\nAda,a@b,c@d'             | line 1 has two columns for email
                    'name,email\nAda,ada@b\n\nGrace,g@b,Secret'  | line 4 has more cells than the header
                    'name,email\n"Ada\n\nB",a@b\nGrace,g@b,S'    | line 5 has more cells than the header
                    'name,email\nAda,a@b\n\n"Grace,g@b\nC,c@d\n' | line 4 has a quotation mark
                    'name,email\nAda,a@b\n"Grace" H,g@b\n'       | line 3 has a quotation mark
                    'name,"email\nAda,a@b\n'                     | line 1 has a quotation mark
                    """)
    void refusedWithLineAndReason(String text, String reason) {
        assertThatThrownBy(() -> read(text.replace("\\n", "\n")))
                .isInstanceOf(InvalidRosterException.class)
                .hasMessageStartingWith("The roster " + KEY + " can't be used: " + reason)
                .message()
                .doesNotContain("Ada", "Grace", "Secret", "@");
    }

    @Test
    void refusedForItsBytes() {
        assertRefused(new byte[] {'P', 'K', 3, 4, 0, 0}, "it is a workbook");
        assertRefused(
                new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'n', '\n', (byte) 0xE9}, "line 2 has bytes that");
        assertRefused("name\nA\0\0\n".getBytes(StandardCharsets.ISO_8859_1), "it is no text");
    }

    @Test
    void refusedForItsSize() {
        assertRefused(new byte[ReadRoster.MAX_BYTES + 1], "it has more than 5 MB");
        assertRefused(people(ReadRoster.MAX_LINES + 1, ""), "it has more than 20000 people");
        assertRefused(people(1000, ",".repeat(1000) + "last"), "it has more than 1000000 cells");
    }

    @Test
    void thousandsOfPeople() {
        assertThat(ReadRoster.read(KEY, people(5000, ",Group")).lines()).hasSize(5000);
        assertThat(ReadRoster.read(KEY, people(ReadRoster.MAX_LINES, "")).lines())
                .hasSize(ReadRoster.MAX_LINES);
    }

    private static byte[] people(int count, String moreColumns) {
        return IntStream.range(0, count)
                .mapToObj(i -> "Person " + i + ",person" + i + "@example.org")
                .collect(Collectors.joining("\n", "name,email" + moreColumns + "\n", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void assertRefused(byte[] bytes, String reason) {
        assertThatThrownBy(() -> ReadRoster.read(KEY, bytes))
                .isInstanceOf(InvalidRosterException.class)
                .hasMessageStartingWith("The roster " + KEY + " can't be used: " + reason);
    }

    private static Roster read(String text) {
        return ReadRoster.read(KEY, text.getBytes(StandardCharsets.UTF_8));
    }
}
