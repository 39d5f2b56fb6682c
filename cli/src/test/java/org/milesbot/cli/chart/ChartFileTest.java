package org.milesbot.cli.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
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
        assertThat(image.getHeight()).isEqualTo(chances(.5).height());
        assertThat(columnsOf(image, Ink.BLUE)).isBetween(300, 320);
        assertThat(columnsOf(png(chances(.25)), Ink.BLUE)).isBetween(145, 162);
        assertThat(columnsOf(image, Ink.TEXT)).isPositive();
    }

    @Test
    void writesWhatABrowserCanRead() throws Exception {
        Document svg = svg(chances(.34).above(timeline()).above(reliability()));

        Element root = svg.getDocumentElement();
        assertThat(root.getAttribute("width")).isEqualTo("1080");
        assertThat(texts(svg)).contains("TAP <Miles&Go>", "34% (22–47)", "Bônus que já passaram", "01/26");
        assertThat(Integer.parseInt(root.getAttribute("height")))
                .isEqualTo(chances(.34).height()
                        + timeline().height()
                        + reliability().height());
    }

    @Test
    void paintsEachCampaignOfTheLastYearsOnce() throws Exception {
        Document svg = svg(timeline());

        assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(3);
        assertThat(texts(svg)).contains("Smiles", "80%").doesNotContain("Amigo");
    }

    @Test
    void paintsEachBinOfEachMethod() throws Exception {
        Document svg = svg(reliability());

        assertThat(texts(svg)).contains("climatologia", "Previsto e acontecido: 7 dias");
        // A dot a method in the legend, and one a bin.
        assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(2 + 3);
        assertThat(png(reliability()).getWidth()).isEqualTo(1080);
    }

    @Test
    void holdsOutWithoutAnythingToDraw() throws Exception {
        assertThat(texts(svg(TimelineChart.of(List.of(), DAY, DAY, Locale.ENGLISH))))
                .contains("Bonuses so far");
        assertThat(texts(svg(ChanceChart.of(List.of(), "20/11/2026", Locale.ENGLISH))))
                .contains("100%");
        assertThat(texts(svg(ReliabilityChart.of(List.of(), 30, Locale.ENGLISH))))
                .contains("Forecast and fact: 30 days");
    }

    @Test
    void drawsNoMoreThanFortySeries() throws Exception {
        List<ChanceChart.Row> rows = IntStream.range(0, 100)
                .mapToObj(i -> new ChanceChart.Row("n" + i, List.of()))
                .toList();

        assertThat(texts(svg(ChanceChart.of(rows, "", PORTUGUESE))))
                .contains("n39")
                .doesNotContain("n40");
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

    private static Drawing timeline() {
        return TimelineChart.of(
                List.of(
                        new TimelineChart.Row(
                                "Smiles",
                                List.of(
                                        new Point(DAY.minusYears(4), 100.0),
                                        new Point(DAY.minusDays(200), 70.0),
                                        new Point(DAY.minusDays(100), null),
                                        new Point(DAY.minusDays(3), 80.0))),
                        new TimelineChart.Row("Amigo", List.of(new Point(DAY.minusYears(8), 90.0)))),
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
                .filter(x -> IntStream.range(0, image.getHeight())
                        .anyMatch(y -> (image.getRGB(x, y) & 0xFFFFFF) == ink.rgb()))
                .count();
    }
}
