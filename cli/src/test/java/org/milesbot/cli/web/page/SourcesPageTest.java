package org.milesbot.cli.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.milesbot.api.Text;
import org.milesbot.api.source.Provenance;
import org.milesbot.cli.pipeline.SourceOverview;
import org.milesbot.cli.pipeline.SourceOverview.Line;
import org.milesbot.store.source.NoticeKind;
import org.milesbot.store.source.Rhythm;
import org.milesbot.store.source.SourceKey;
import org.milesbot.store.source.SourceNotice;
import org.milesbot.store.source.SourceState;
import org.milesbot.store.source.SourceState.Last;
import org.milesbot.store.source.Trouble;

class SourcesPageTest {

    private static final Instant MORNING = Instant.parse("2026-11-21T11:05:00Z");
    private static final Rhythm DAILY = new Rhythm(Duration.ofHours(20), Duration.ofDays(3), Set.of());

    private static Reader reader(Line... lines) {
        SourceOverview overview =
                new SourceOverview(List.of(lines), List.of(Text.of(SourceOverview.class, "no.such.sentence")));
        return Reader.of(new SourcesPage(() -> overview, Reader.TEMPLATES).route());
    }

    private static Line line(String name, int failures, @Nullable Trouble trouble) {
        Last last = new Last(MORNING, failures == 0 ? "read" : "blocked", MORNING.plusSeconds(600));
        return new Line(
                new SourceKey("blogs", name),
                Provenance.BLOG,
                new SourceState(last, MORNING, MORNING.minusSeconds(3_600), failures, DAILY, trouble, false),
                null);
    }

    @Test
    void showsHowEachSourceDoesThoseWithTroubleFirst() throws Exception {
        Line fresh = new Line(new SourceKey("own", "own"), null, SourceState.NEW, null);
        Document page = reader(
                        line("a_blog", 0, null),
                        fresh,
                        line("b_blog", 1, null),
                        line("c_blog", 9, Trouble.FAILING),
                        line("d_blog", 0, Trouble.SILENT))
                .opens();

        assertThat(page.select("tbody tr").eachText())
                .containsExactly(
                        "b_blog blog falhou na última vez 21/11/2026 08:05 21/11/2026 07:05 20 h, até 3 d",
                        "c_blog blog sem resposta 21/11/2026 08:05 21/11/2026 07:05 20 h, até 3 d",
                        "d_blog blog calada há mais tempo que o usual 21/11/2026 08:05 21/11/2026 07:05 20 h, até 3 d",
                        "own — ainda não visitada — — —",
                        "a_blog blog em dia 21/11/2026 08:05 21/11/2026 07:05 20 h, até 3 d");
        assertThat(page.text()).contains("5 fontes, uma em dia.");
    }

    @Test
    void speaksEnglish() throws Exception {
        assertThat(reader(line("c_blog", 9, Trouble.FAILING))
                        .inEnglish()
                        .opens()
                        .text())
                .contains("not answering", "One source, none up to date.", "Usual rhythm");
    }

    @Test
    void keepsWhatIsTheOperatorsToItself() throws Exception {
        Line troubled = line("c_blog", 9, Trouble.FAILING);
        SourceNotice notice = new SourceNotice(
                7,
                troubled.key(),
                NoticeKind.FAILING,
                MORNING,
                MORNING,
                9,
                "blocked",
                "https://user:secret@example.org");
        Line told = new Line(troubled.key(), troubled.provenance(), troubled.state(), notice);

        assertThat(reader(told).opens().html()).doesNotContain("secret", "blocked", "no.such.sentence");
    }

    @Test
    void saysThatThereAreNone() throws Exception {
        assertThat(reader().opens().select(".empty").text()).isEqualTo("Nenhuma fonte está ligada.");
    }
}
