package org.milesbot.cli.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.milesbot.api.ErrorKind;
import org.milesbot.api.MilesbotException;
import org.milesbot.cli.chart.ChanceChart.Bar;
import org.milesbot.cli.chart.ReliabilityChart.Bin;
import org.milesbot.cli.chart.ReliabilityChart.Method;
import org.milesbot.cli.chart.TimelineChart.Point;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

final class ChartFileTest {

    private static final Locale PORTUGUESE = Locale.forLanguageTag("pt-BR");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @TempDir
    private Path folder;

    @Test
    void paintsBarsAsLongAsTheyAreLikely() throws IOException {
        BufferedImage image = png(chances(.5));

        assertThat(image.getWidth()).isEqualTo(1080);
        assertThat(image.getHeight()).isEqualTo(Painter.height(chances(.5).charts()));
        assertThat(longestLine(image, Ink.BLUE)).isBetween(370, 382);
        assertThat(longestLine(png(chances(.25)), Ink.BLUE)).isBetween(182, 194);
        assertThat(columnsOf(image, Ink.TEXT)).isPositive();
    }

    @Test
    void writesWhatABrowserCanRead() throws Exception {
        Document svg = svg(chances(.34).above(timeline()).above(reliability()));

        Element root = svg.getDocumentElement();
        assertThat(root.getAttribute("width")).isEqualTo("1080");
        assertThat(svg.getDoctype()).isNull();
        assertThat(texts(svg)).contains("TAP <Miles&Go>", "34% (22–47)");
        assertThat(Integer.parseInt(root.getAttribute("height")))
                .isEqualTo(Painter.height(chances(.34).charts())
                        + Painter.height(timeline().charts())
                        + Painter.height(reliability().charts()));
    }

    @Test
    void writesBesideTheBarsOfOneSeriesToo() throws Exception {
        Document svg = svg(ChanceChart.of(List.of(row("Smiles", .9, .3)), "20/11/2026", PORTUGUESE));

        NodeList texts = svg.getElementsByTagName("text");
        double[] feet = IntStream.range(0, texts.getLength())
                .mapToDouble(i -> Double.parseDouble(((Element) texts.item(i)).getAttribute("y")))
                .sorted()
                .toArray();
        assertThat(texts(svg)).containsExactlyInAnyOrder("Smiles", "90% (80–99)", "30% (20–40)");
        assertThat(feet[1] - feet[0]).isGreaterThan(30);
        assertThat(feet[2] - feet[1]).isBetween(38.0, 44.0);
    }

    @Test
    void paintsEachCampaignOfTheLastYearsOnce() throws Exception {
        // A circle for each campaign, one for what everybody gets, and one for each of the three kinds in the legend.
        assertThat(svg(timeline()).getElementsByTagName("circle").getLength()).isEqualTo(3 + 1 + 3);
        assertThat(timeline().charts()).hasSize(1);
    }

    @Test
    void paintsEachBinOfEachMethod() throws Exception {
        assertThat(svg(reliability()).getElementsByTagName("circle").getLength())
                .isEqualTo(3);
        assertThat(columnsOf(png(reliability()), Ink.ORANGE)).isPositive();
    }

    @Test
    void holdsOutWithoutAnythingToDraw() throws IOException {
        assertThat(png(TimelineChart.of(List.of(), DAY, DAY, Locale.ENGLISH)).getHeight())
                .isEqualTo(1);
        assertThat(columnsOf(png(ChanceChart.of(List.of(), "20/11/2026", Locale.ENGLISH)), Ink.TEXT))
                .isPositive();
        assertThat(columnsOf(png(ReliabilityChart.of(List.of(), 30, Locale.ENGLISH)), Ink.FAINT))
                .isGreaterThan(700);
    }

    @Test
    void drawsOneCampaignOfOneDay() throws IOException {
        Drawing drawing = TimelineChart.of(
                List.of(new TimelineChart.Row("", List.of(new Point(DAY, null, null)))), DAY, DAY, PORTUGUESE);

        assertThat(columnsOf(png(drawing), Ink.FAINT)).isGreaterThan(15);
    }

    @Test
    void drawsNoMoreSeriesThanAPictureHolds() throws Exception {
        List<ChanceChart.Row> rows = IntStream.range(0, 100)
                .mapToObj(i -> new ChanceChart.Row("n" + i, List.of()))
                .toList();
        List<TimelineChart.Row> histories = IntStream.range(0, 100)
                .mapToObj(i -> new TimelineChart.Row("n" + i, List.of(new Point(DAY, 80.0, null))))
                .toList();

        assertThat(texts(svg(ChanceChart.of(rows, "", PORTUGUESE))))
                .contains("n39")
                .doesNotContain("n40");
        assertThat(TimelineChart.of(histories, DAY, DAY, PORTUGUESE).charts()).hasSize(20);
    }

    @Test
    void cutsNamesAndLeavesOutWhatCannotBeSeen() throws Exception {
        Document svg = svg(ChanceChart.of(
                List.of(row("Clube\u0007\u202e\n$x^2$", .5), row("a".repeat(1000), .5), row("", .5)), "", PORTUGUESE));

        assertThat(texts(svg)).contains("Clube   $x^2$", "a".repeat(25) + "…", "–");
    }

    @Test
    void refusesOtherEndings() {
        assertThatThrownBy(() -> ChartFile.of("previsao.pdf", folder.resolve("previsao.pdf")))
                .isInstanceOfSatisfying(MilesbotException.class, error -> {
                    assertThat(error.kind()).isEqualTo(ErrorKind.USAGE);
                    assertThat(error.text().in(PORTUGUESE)).contains("\"previsao.pdf\"", ".png ou .svg");
                });
    }

    @Test
    void saysThatTheFileCannotBeWritten() {
        ChartFile file = ChartFile.of("nada/x.SVG", folder.resolve("nada/x.SVG"));

        assertThatThrownBy(() -> file.write(chances(.5))).isInstanceOfSatisfying(MilesbotException.class, error -> {
            assertThat(error.kind()).isEqualTo(ErrorKind.CONFIGURATION);
            assertThat(error.text().in(PORTUGUESE)).startsWith("nada/x.SVG: não dá para escrever");
        });
    }

    private static Drawing chances(double chance) {
        return ChanceChart.of(
                List.of(new ChanceChart.Row(
                        "TAP <Miles&Go>", List.of(new Bar("7 dias", chance, .22, .47, "34% (22–47)")))),
                "20/11/2026",
                PORTUGUESE);
    }

    private static ChanceChart.Row row(String name, double... chances) {
        return new ChanceChart.Row(
                name, Arrays.stream(chances).mapToObj(ChartFileTest::bar).toList());
    }

    private static Bar bar(double chance) {
        long percent = Math.round(chance * 100);
        return new Bar(
                "7 dias",
                chance,
                chance - .1,
                chance + .1,
                percent + "% (" + (percent - 10) + "–" + Math.min(99, percent + 10) + ")");
    }

    private static Drawing timeline() {
        return TimelineChart.of(
                List.of(
                        new TimelineChart.Row(
                                "Smiles",
                                List.of(
                                        new Point(DAY.minusYears(4), 100.0, null),
                                        new Point(DAY.minusDays(200), 70.0, 50.0),
                                        new Point(DAY.minusDays(100), null, null),
                                        new Point(DAY.minusDays(3), 80.0, 80.0))),
                        new TimelineChart.Row("Amigo", List.of(new Point(DAY.minusYears(8), 90.0, 60.0)))),
                DAY.minusYears(2),
                DAY,
                PORTUGUESE);
    }

    private static Drawing reliability() {
        return ReliabilityChart.of(
                List.of(
                        new Method("milesbot", List.of(new Bin(.6, .5, 10), new Bin(.1, .12, 90))),
                        new Method("climatologia", List.of(new Bin(.2, .3, 100)))),
                7,
                PORTUGUESE);
    }

    private BufferedImage png(Drawing drawing) throws IOException {
        Path path = folder.resolve("x.png");
        ChartFile.of("x.png", path).write(drawing);
        return Objects.requireNonNull(ImageIO.read(path.toFile()));
    }

    private Document svg(Drawing drawing) throws IOException, SAXException, ParserConfigurationException {
        Path path = folder.resolve("x.svg");
        ChartFile.of("x.svg", path).write(drawing);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(Files.newInputStream(path));
    }

    private static List<String> texts(Document svg) {
        NodeList texts = svg.getElementsByTagName("text");
        return IntStream.range(0, texts.getLength())
                .mapToObj(i -> texts.item(i).getTextContent())
                .toList();
    }

    /** In how many columns of pixels a colour occurs. */
    private static int columnsOf(BufferedImage image, Ink ink) {
        return (int) IntStream.range(0, image.getWidth())
                .filter(x -> IntStream.range(0, image.getHeight()).anyMatch(y -> isInked(image, x, y, ink)))
                .count();
    }

    private static int longestLine(BufferedImage image, Ink ink) {
        int longest = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            int line = 0;
            for (int x = 0; x < image.getWidth(); x++) {
                line = isInked(image, x, y, ink) ? line + 1 : 0;
                longest = Math.max(longest, line);
            }
        }
        return longest;
    }

    private static boolean isInked(BufferedImage image, int x, int y, Ink ink) {
        return (image.getRGB(x, y) & 0xFFFFFF) == ink.rgb();
    }
}
