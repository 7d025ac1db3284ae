package org.rollcall.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.rollcall.demo.SampleMeeting;
import org.rollcall.report.Meeting;
import org.rollcall.report.MeetingType;

/** Opens the page in Chromium, as people do. Where there is no Chromium with its driver, it is skipped. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageLooksTest {
    private static final Meeting LECTURE = new Meeting(
            SampleMeeting.ID,
            SampleMeeting.UUID,
            SampleMeeting.TOPIC,
            SampleMeeting.START,
            SampleMeeting.END,
            "Europe/Paris");
    private static final List<String> STANDARDS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final Pattern PAGE = Pattern.compile("/Type\\s*/Page\\b");
    private static final Path PICTURES = Path.of("target", "pages");

    private ChromeDriver browser;

    @BeforeAll
    void start(@TempDir Path profile) throws IOException {
        Optional<File> chromium = program("chromium", "chromium-browser", "google-chrome");
        Optional<File> driver = program("chromedriver");
        assumeTrue(
                chromium.isPresent() && driver.isPresent(),
                "No chromium and chromedriver on the PATH: nobody looks at the page in this run");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.get());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--user-data-dir=" + profile);
        browser = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(driver.get())
                        .usingAnyFreePort()
                        .build(),
                options);
        Files.createDirectories(PICTURES);
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.quit();
        }
    }

    static Stream<Arguments> looks() {
        List<Arguments> looks = new ArrayList<>();
        looks.add(Arguments.of("lecture", 360, "light"));
        looks.add(Arguments.of("lecture", 1280, "dark"));
        for (String page : List.of("class", "clocks", "hostile", "empty", "live")) {
            for (int width : new int[] {360, 1280}) {
                for (String scheme : List.of("light", "dark")) {
                    looks.add(Arguments.of(page, width, scheme));
                }
            }
        }
        return looks.stream();
    }

    @ParameterizedTest(name = "{0} at {1} px, {2}")
    @MethodSource("looks")
    void isAccessibleAndFits(String name, int width, String scheme) throws IOException {
        look(width, "screen", scheme);
        open(name, page(name));
        Files.write(
                PICTURES.resolve(name + "-" + width + "-" + scheme + ".png"),
                browser.getScreenshotAs(OutputType.BYTES));

        List<Rule> violations =
                new AxeBuilder().withTags(STANDARDS).analyze(browser).getViolations();
        assertEquals(List.of(), violations.stream().map(Rule::toString).toList());
        assertTrue(script("return document.documentElement.scrollWidth <= window.innerWidth"), "wider than the window");
        assertTrue(script("return performance.getEntriesByType('resource').length === 0"), "a request was made");
        assertTrue(script("return document.scripts.length === 0 && document.images.length === 0"), "more than text");
    }

    @ParameterizedTest(name = "{0} people on {1} inches take {3} pages at most")
    @CsvSource({"30, 8.27, 11.69, 2", "30, 8.5, 11, 2", "376, 8.27, 11.69, 15", "376, 8.5, 11, 15", "3, 8.27, 11.69, 1"
    })
    void isShortOnPaper(int people, double width, double height, int pages) throws IOException {
        open("class-" + people, Classroom.of(people).write(new HtmlFormat()));
        Map<String, Object> printed = browser.executeCdpCommand(
                "Page.printToPDF", Map.of("paperWidth", width, "paperHeight", height, "printBackground", false));
        byte[] pdf = Base64.getDecoder().decode((String) printed.get("data"));
        Files.write(PICTURES.resolve("class-" + people + "-" + width + ".pdf"), pdf);
        int printedPages = PAGE.split(new String(pdf, StandardCharsets.ISO_8859_1), -1).length - 1;
        assertTrue(printedPages >= 1 && printedPages <= pages, () -> printedPages + " pages");
    }

    @Test
    void onPaperItIsATableInBlackAndWhite() throws IOException {
        open("class-paper", Classroom.of(30).write(new HtmlFormat()));
        look(703, "print", "dark");
        assertEquals("table", style("table[role=table]"));
        assertEquals("table-header-group", style(".people thead"));
        assertEquals("table-row", style(".people tbody tr"));
        byte[] picture = browser.getScreenshotAs(OutputType.BYTES);
        Files.write(PICTURES.resolve("class-paper.png"), picture);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
        int coloured = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                Color colour = new Color(image.getRGB(x, y));
                int most = Math.max(colour.getRed(), Math.max(colour.getGreen(), colour.getBlue()));
                int least = Math.min(colour.getRed(), Math.min(colour.getGreen(), colour.getBlue()));
                coloured += most - least > 8 ? 1 : 0;
            }
        }
        assertEquals(0, coloured);
        assertEquals(Color.WHITE, new Color(image.getRGB(2, 2)));
    }

    private String style(String selector) {
        return (String) browser.executeScript(
                "return getComputedStyle(document.querySelector(arguments[0])).display", selector);
    }

    private void open(String name, byte[] page) throws IOException {
        browser.get(Files.write(PICTURES.resolve(name + ".html"), page).toUri().toString());
    }

    private void look(int width, String media, String scheme) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 600));
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("media", media, "features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    private boolean script(String script) {
        return (Boolean) browser.executeScript(script);
    }

    private static byte[] page(String name) {
        return switch (name) {
            case "lecture" ->
                WrittenReport.of(MeetingType.PAST, LECTURE).ofPages(new HtmlFormat(), SampleMeeting.pages(300));
            case "class" -> Classroom.of(30).write(new HtmlFormat());
            case "clocks" ->
                new Classroom()
                        .at(Instant.parse("2026-10-25T00:00:00Z"), Duration.ofMinutes(120), ZoneId.of("Europe/Paris"))
                        .row("Ann Lee", 0, 120)
                        .row("Bo Smith", 20, 80)
                        .row("Cy Young", 70, 120)
                        .write(new HtmlFormat());
            case "empty" -> WrittenReport.ofPast().of(new HtmlFormat());
            case "live" ->
                WrittenReport.of(
                                MeetingType.LIVE,
                                new Meeting("1", "u", "Stand-up", WrittenReport.MEETING.startTime(), null, null))
                        .of(
                                new HtmlFormat(),
                                "{\"id\":\"a\",\"user_name\":\"Ann\",\"join_time\":\"2026-11-20T10:35:00Z\"}",
                                "{\"user_name\":\"Bo\",\"join_time\":\"2026-11-20T10:35:00Z\",\"leave_time\":\"noon\"}",
                                "{\"user_name\":\"Cy\",\"status\":\"in_waiting_room\"}");
            default ->
                WrittenReport.ofPast()
                        .of(
                                new HtmlFormat(),
                                hostile("<script>alert(1)</script><img src=x onerror=alert(1)>"),
                                hostile("\\u202E\\u2066gnp.exe"),
                                hostile("W".repeat(10_000)),
                                hostile("Z\\u0351\\u036b\\u0343\\u036a\\u0302\\u036b\\u033d\\u034f\\u0334algo"),
                                hostile("رنا الخطيب (host)"));
        };
    }

    private static String hostile(String name) {
        return "{\"user_name\":\"" + name + "\",\"email\":\"" + name + "\",\"role\":\"" + name
                + "\",\"device\":\"" + name + "\",\"join_time\":\"2026-11-20T09:10:00Z\","
                + "\"leave_time\":\"2026-11-20T09:20:00Z\"}";
    }

    private static Optional<File> program(String... names) {
        return Arrays.stream(names)
                .flatMap(name -> Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .map(directory -> new File(directory, name)))
                .filter(File::canExecute)
                .findFirst();
    }
}
