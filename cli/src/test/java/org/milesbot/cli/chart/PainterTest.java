package org.milesbot.cli.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.milesbot.api.ErrorKind;
import org.milesbot.cli.chart.Painted.Picture;
import org.milesbot.cli.chart.Painted.Unpainted;

final class PainterTest {

    private static final int SENDABLE = 150_000;
    private static final Locale PORTUGUESE = Locale.forLanguageTag("pt-BR");

    @Test
    void paintsChancesThatAreSmallEnoughToSend() throws IOException {
        Picture picture = picture(SamplePictures.chances(ChanceChart.FOR_A_PHONE, PORTUGUESE));

        assertThat(picture.bytes()).hasSizeBetween(10_000, SENDABLE);
        assertThat(picture.height()).isBetween(1_800, 2_200);
        assertSameSize(picture);
    }

    @Test
    void keepsAPictureWithTooManyColours() {
        BufferedImage colourful = new BufferedImage(16, 32, Palette.PAINTED_ON);
        IntStream.range(0, 512).forEach(i -> colourful.setRGB(i % 16, i / 16, i % 16 * 0x110000 + i / 16 / 2 * 0x1111));

        assertThat(Palette.reduced(colourful).getType()).isEqualTo(BufferedImage.TYPE_BYTE_INDEXED);
        IntStream.range(0, 16).forEach(i -> colourful.setRGB(i, 31, i * 0x110011));
        assertThat(Palette.reduced(colourful)).isSameAs(colourful);
    }

    @Test
    void paintsAHistoryThatIsSmallEnoughToSend() throws IOException {
        Picture picture = picture(SamplePictures.history(PORTUGUESE));

        assertThat(picture.bytes()).hasSizeBetween(10_000, SENDABLE);
        assertThat(picture.height()).isEqualTo(720);
        assertSameSize(picture);
    }

    @Test
    void needsNoScreen() {
        picture(SamplePictures.history(Locale.ENGLISH));

        assertThat(System.getProperty("java.awt.headless")).isEqualTo("true");
        assertThat(Painter.trouble()).isEmpty();
    }

    @Test
    void saysWhatBrokeInsteadOfBreaking() {
        Painted painted = Painter.png(new Drawing(() -> {
            throw new StackOverflowError("too deep");
        }));

        assertThat(painted).isInstanceOfSatisfying(Unpainted.class, none -> {
            assertThat(none.kind()).isEqualTo(ErrorKind.INTERNAL);
            assertThat(none.reason().in(PORTUGUESE)).contains("não pôde ser desenhada", "too deep");
            assertThat(none.cause()).isInstanceOf(StackOverflowError.class);
        });
    }

    private static Picture picture(Drawing drawing) {
        Painted painted = Painter.png(drawing);
        assertThat(painted).isInstanceOf(Picture.class);
        return (Picture) painted;
    }

    private static void assertSameSize(Picture picture) throws IOException {
        assertThat(ImageIO.read(new ByteArrayInputStream(picture.bytes()))).satisfies(image -> {
            assertThat(image.getWidth()).isEqualTo(1080).isEqualTo(picture.width());
            assertThat(image.getHeight()).isEqualTo(picture.height());
        });
    }
}
