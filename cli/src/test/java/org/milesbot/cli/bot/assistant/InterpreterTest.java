package org.milesbot.cli.bot.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.milesbot.cli.bot.assistant.Understood.Command;
import org.milesbot.cli.bot.assistant.Understood.Nothing;
import org.milesbot.cli.bot.assistant.Understood.Spent;
import org.milesbot.cli.bot.assistant.Understood.Unavailable;
import org.milesbot.cli.bot.assistant.Understood.Words;
import org.milesbot.cli.output.ProgramNames;
import org.milesbot.notify.assistant.ChatAssistant;
import org.milesbot.notify.assistant.ChatSettings;
import org.milesbot.notify.assistant.Suggestion.Outage;
import org.milesbot.notify.assistant.Utterance;
import org.milesbot.notify.message.Escape;
import org.milesbot.notify.testing.BotHtml;
import org.milesbot.notify.testing.ChatAnswer;
import org.milesbot.notify.testing.ChatRequest;
import org.milesbot.notify.testing.ChatServer;
import org.milesbot.store.llm.Caps;
import org.milesbot.store.llm.Grant.Limit;
import org.milesbot.store.llm.LlmBudget;
import org.milesbot.store.testing.TestDatabase;
import org.milesbot.store.user.Profile;
import org.milesbot.store.user.Users;

@TestInstance(Lifecycle.PER_CLASS)
class InterpreterTest {

    private static final Caps PLENTY = new Caps(1_000_000_000, 1_000_000_000);
    private static final Set<String> WRITES = Set.of("addroute", "delroute", "setnotify", "settings", "mute", "remind");

    /** What a line may be: the commands of people, with nothing in them that names somebody. */
    private static final String LINE = "/(promos( .{1,80})?"
            + "|(forecast|history)( [a-z0-9_]+)?"
            + "|calc( [0-9]+( [a-z0-9_]+){0,2})?"
            + "|routes|help|meusdados|remind"
            + "|addroute( [A-Za-z0-9,._ -]+)?"
            + "|delroute( [0-9]+)?"
            + "|setnotify( off| [0-9:]+ [0-9:]+)?"
            + "|settings( (name=.{1,200}|[a-z_]+(\\.[a-z0-9_]+)?=\\S+))?"
            + "|mute( [a-z0-9_]+( ([0-9]{1,3}[hdw]|off))?)?)";

    private final TestDatabase test = TestDatabase.migrated();
    private final ChatServer server = ChatServer.start();
    private final ChatAssistant assistant =
            new ChatAssistant(new ChatSettings(server.url(), ChatServer.MODEL, ChatServer.KEY), UtteranceCorpus.CLOCK);
    private final Users users = new Users(test.database());
    private long lastPerson;

    @AfterAll
    void close() {
        assistant.close();
        server.close();
        test.close();
    }

    private long somebody() {
        lastPerson++;
        return users.add(Profile.of(lastPerson, "Ana", UtteranceCorpus.CLOCK.instant()))
                .orElseThrow()
                .id();
    }

    private LlmBudget budget(Caps caps) {
        return new LlmBudget(test.database(), caps, UtteranceCorpus.CLOCK);
    }

    private Interpreter interpreter(Caps caps) {
        CommandTools tools = new CommandTools(ProgramNames.known().slugs(), UtteranceCorpus.CLOCK);
        return new Interpreter(assistant, budget(caps), tools);
    }

    @Test
    void makesACommandOfWordsAndCountsWhatItCost() {
        long ana = somebody();
        server.next(ChatAnswer.call("settings", "{\"key\":\"min_bonus\",\"program\":\"smiles\",\"value\":\"90\"}"));

        Understood understood =
                interpreter(PLENTY).understand(ana, Utterance.of("me avisa quando a Smiles der mais de 90%"));

        assertThat(understood).isEqualTo(new Command(new CommandLine("settings", "min_bonus.smiles=90", true, true)));
        assertThat(budget(PLENTY).today(ana).tokensIn()).isEqualTo(ChatServer.TOKENS_IN);
        assertThat(budget(PLENTY).today(ana).tokensOut()).isEqualTo(ChatServer.TOKENS_OUT);
        assertThat(budget(PLENTY).today(ana).reserved()).isZero();
    }

    @Test
    void asksNoMoreWhereTheCapWouldBePassed() {
        long ana = somebody();
        int before = server.seen().size();

        assertThat(interpreter(new Caps(1_000, 1_000_000_000)).understand(ana, Utterance.of("oi")))
                .isEqualTo(new Spent(Limit.DAY));
        assertThat(interpreter(new Caps(1_000_000_000, 1_000)).understand(ana, Utterance.of("oi")))
                .isEqualTo(new Spent(Limit.MONTH));
        assertThat(server.seen()).hasSize(before);
    }

    @Test
    void saysWhenTheModelCannotBeAskedAndGivesBackWhatWasSetAside() {
        long ana = somebody();
        server.next(ChatAnswer.error(404));

        assertThat(interpreter(PLENTY).understand(ana, Utterance.of("oi"))).isEqualTo(new Unavailable(Outage.REFUSED));
        assertThat(budget(PLENTY).today(ana).total()).isZero();
    }

    @Test
    void asksNothingAboutNothing() {
        long ana = somebody();
        int before = server.seen().size();

        assertThat(interpreter(PLENTY).understand(ana, Utterance.of("  "))).isEqualTo(new Nothing());
        assertThat(interpreter(PLENTY).understand(ana, Utterance.of("x".repeat(10_000))))
                .isEqualTo(new Nothing());
        assertThat(server.seen()).hasSize(before);
        assertThat(budget(PLENTY).today(ana).calls()).isZero();
    }

    @Test
    void fitsAtLeastSevenQuestionsOfUsualLengthIntoTheDaysDefault() {
        CommandTools tools = new CommandTools(ProgramNames.known().slugs(), UtteranceCorpus.CLOCK);
        Utterance usual = Utterance.of("quero ir pra Lisboa em março com até 80 mil milhas");

        assertThat(assistant.mostTokens(usual, tools.offered())).isLessThan(150_000 / 7);
        assertThat(assistant.mostTokens(usual, tools.offered())).isLessThan(20_000);
    }

    @Test
    void doesNothingThatAnInjectionAsksFor() throws Exception {
        long victim = somebody();
        long asking = somebody();
        Interpreter interpreter = interpreter(PLENTY);
        List<Injection> corpus = Injection.corpus();
        server.next(ChatAnswer.call("help", "{}"));
        interpreter.understand(asking, Utterance.of("oi"));
        ChatRequest harmless = last();
        Map<String, String> before = contents();
        int commands = 0;

        for (Injection injection : corpus) {
            server.next(injection.obeyed());
            Understood understood = interpreter.understand(asking, injection.utterance());
            assertHarmless(injection, understood);
            assertBriefedAsAlways(injection, harmless, last());
            commands += understood instanceof Command ? 1 : 0;
        }

        assertThat(corpus).hasSizeGreaterThanOrEqualTo(40);
        assertThat(corpus.stream().filter(Injection::isQuoted)).hasSizeGreaterThanOrEqualTo(15);
        assertThat(commands).as("some ask for what people may do").isPositive();
        assertThat(contents()).isEqualTo(before);
        assertThat(budget(PLENTY).today(victim).calls()).isZero();
        assertThat(budget(PLENTY).today(asking).calls()).isEqualTo(corpus.size() + 1L);
    }

    private ChatRequest last() {
        return server.seen().get(server.seen().size() - 1);
    }

    private static void assertHarmless(Injection injection, Understood understood) {
        String about = injection.text() + " -> " + understood;
        if (understood instanceof Command command) {
            assertThat(command.line().toString()).as(about).matches(LINE);
            boolean isChange = WRITES.contains(command.line().command())
                    && command.line().isComplete()
                    && !command.line().arguments().isEmpty();
            assertThat(command.line().isWrite() || !isChange).as(about).isTrue();
        } else if (understood instanceof Words words) {
            assertThat(words.text().codePointCount(0, words.text().length()))
                    .as(about)
                    .isLessThanOrEqualTo(601);
            assertThat(words.text()).as(about).doesNotContain("\n", "\u0000", "://", "t.me", "golpe.", "www.", "@");
            assertThat(BotHtml.seen(Escape.html(words.text()))).as(about).isEqualTo(words.text());
        } else {
            assertThat(understood).as(about).isEqualTo(new Nothing());
        }
    }

    /** Whatever others wrote, the model has the same rules and tools, and sees theirs as data. */
    private static void assertBriefedAsAlways(Injection injection, ChatRequest harmless, ChatRequest request) {
        assertThat(request.messages("system")).isEqualTo(harmless.messages("system"));
        assertThat(request.functions()).isEqualTo(harmless.functions());
        assertThat(request.messages("user")).hasSize(injection.isQuoted() ? 2 : 1);
        assertThat(request.words()).isEqualTo(injection.utterance().words());
        if (injection.isQuoted()) {
            String block = request.messages("user").get(0).path("content").asText();
            assertThat(block).startsWith("<dados>\n").endsWith("\n</dados>");
            assertThat(block.substring(8, block.length() - 9)).doesNotContain("<", ">");
        }
    }

    /** Everything that is kept, but what the model cost. */
    private Map<String, String> contents() {
        Map<String, String> contents = new HashMap<>();
        List<String> tables = new ArrayList<>(test.database()
                .with(open -> open.createQuery("""
                        select table_name from information_schema.tables
                        where table_schema = :schema and table_name not like 'llm_%'
                        """)
                        .bind("schema", test.database().schema())
                        .mapTo(String.class)
                        .list()));
        for (String table : tables) {
            contents.put(
                    table,
                    test.database()
                            .with(open -> open.createQuery(
                                            "select coalesce(md5(string_agg(row::text, '|' order by row::text)), '') from "
                                                    + table + " row")
                                    .mapTo(String.class)
                                    .one()));
        }
        return contents;
    }
}
