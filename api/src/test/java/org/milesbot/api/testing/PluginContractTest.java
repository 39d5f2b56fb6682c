package org.milesbot.api.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.milesbot.api.notify.AudienceFilter;
import org.milesbot.api.notify.Channel;
import org.milesbot.api.notify.Message;
import org.milesbot.api.notify.MessageDecorator;
import org.milesbot.api.notify.Receipt;
import org.milesbot.api.notify.Recipient;
import org.milesbot.api.plugin.Plugin;
import org.milesbot.api.plugin.PluginContext;
import org.milesbot.api.plugin.PluginFactory;
import org.milesbot.api.privacy.PersonalData;
import org.milesbot.api.promo.ProgramId;
import org.milesbot.api.promo.Promo;
import org.milesbot.api.promo.PromoKind;
import org.milesbot.api.source.Announcement;
import org.milesbot.api.source.Page;
import org.milesbot.api.source.Provenance;
import org.milesbot.api.source.Reading;
import org.milesbot.api.source.Sighting;
import org.milesbot.api.source.Source;
import org.milesbot.api.source.SourceId;

class PluginContractTest {

    private static final URI PAGE = URI.create("https://www.example.org/");

    @Test
    void acceptsAGoodPluginAndClosesIt() {
        AtomicBoolean closed = new AtomicBoolean();

        PluginContract.verify(factory("good", 1, new GoodPlugin() {
            @Override
            public void close() {
                closed.set(true);
            }
        }));

        assertThat(closed).isTrue();
    }

    @Test
    void refusesAnIdThatIsNoSlug() {
        assertBreach(factory("Not-A-Slug", 1, new GoodPlugin()), "id() is \"Not-A-Slug\"");
    }

    @Test
    void refusesAnotherLevel() {
        assertBreach(factory("good", 7, new GoodPlugin()), "apiLevel() is 7");
    }

    @Test
    void refusesNoPluginAtAll() {
        assertBreach(factory("good", 1, null), "create() is null");
    }

    @Test
    void refusesAScheduleThatIsNone() {
        assertBreach(
                new GoodPlugin() {
                    @Override
                    public String schedule() {
                        return "now and then";
                    }
                },
                "schedule() is \"now and then\"");
    }

    @Test
    void refusesACategoryThatIsNoSlug() {
        assertBreach(
                new GoodPlugin() {
                    @Override
                    public Set<String> categories() {
                        return Set.of("Bônus");
                    }
                },
                "categories() has \"Bônus\"");
    }

    @Test
    void refusesNullsAmongTheSources() {
        assertBreach(
                new GoodPlugin() {
                    @Override
                    public List<Source> sources() {
                        return Collections.singletonList(null);
                    }
                },
                "sources() has a null in it");
    }

    @Test
    void refusesTwoSourcesOfOneName() {
        assertBreach(
                new GoodPlugin() {
                    @Override
                    public List<Source> sources() {
                        return List.of(new GoodSource(), new GoodSource());
                    }
                },
                "two sources with the id good_source");
    }

    @Test
    void refusesARelativeAddress() {
        assertBreach(
                new GoodPlugin() {
                    @Override
                    public List<Source> sources() {
                        return List.of(new GoodSource() {
                            @Override
                            public List<URI> addresses() {
                                return List.of(URI.create("/promo"));
                            }
                        });
                    }
                },
                "has /promo");
    }

    @Test
    void refusesAScrapeThatIsNotRepeatable() {
        AtomicInteger calls = new AtomicInteger();
        assertBreach(
                new GoodPlugin() {
                    @Override
                    public List<Sighting> scrape(Instant since) {
                        return List.of(sighting("call " + calls.incrementAndGet(), since));
                    }
                },
                "two results for one instant");
    }

    @Test
    void refusesAScrapeOfWhatWasPublishedBefore() {
        assertBreach(
                new GoodPlugin() {
                    @Override
                    public List<Sighting> scrape(Instant since) {
                        return List.of(sighting("too old", since.minusSeconds(1)));
                    }
                },
                "\"too old\"");
    }

    @Test
    void reportsAScrapeThatThrows() {
        assertBreach(
                new GoodPlugin() {
                    @Override
                    public List<Sighting> scrape(Instant since) throws Exception {
                        throw new IOException("no partner");
                    }
                },
                "scrape() threw java.io.IOException: no partner");
    }

    @ParameterizedTest
    @CsvSource({
        "E-Mail,e_mail,the id \"E-Mail\"; it must be of the form",
        "telegram,e_mail,which milesbot has itself",
        "e_mail,e_mail,two channels with the id e_mail",
        ",e_mail,the id() of a channel is null"
    })
    void refusesAChannelWithAWrongName(@Nullable String one, String other, String words) {
        assertBreach(
                new GoodPlugin() {
                    @Override
                    public List<Channel> channels() {
                        return List.of(channel(one), channel(other));
                    }
                },
                words);
    }

    @SuppressWarnings("NullAway") // A stranger's id may well be null.
    private static Channel channel(@Nullable String id) {
        return new Channel() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public Receipt send(Recipient recipient, Message message) {
                throw new AssertionError("nothing is sent by a check");
            }
        };
    }

    @Test
    @SuppressWarnings("NullAway") // As above.
    void refusesADecoratorThatLosesTheMessage() {
        assertBreach(decorating((message, promo, recipient) -> null), "decorate() is null");
        assertBreach(
                decorating((message, promo, recipient) -> {
                    throw new IOException("no links");
                }),
                "decorate() threw java.io.IOException: no links");
    }

    private static Plugin decorating(MessageDecorator decorator) {
        return new GoodPlugin() {
            @Override
            public List<MessageDecorator> decorators() {
                return List.of(decorator);
            }
        };
    }

    @Test
    @SuppressWarnings("NullAway") // As above.
    void refusesAFilterThatDoesNotSayWhy() {
        assertBreach(filtering((promo, recipient) -> null), "heldBack() is null");
        assertBreach(filtering((promo, recipient) -> Optional.of(" ")), "heldBack() gave a blank reason");
    }

    private static Plugin filtering(AudienceFilter filter) {
        return new GoodPlugin() {
            @Override
            public List<AudienceFilter> audience() {
                return Collections.singletonList(filter);
            }
        };
    }

    @Test
    void refusesAReadingWithMemory() {
        List<Announcement> seen = new ArrayList<>();
        Source remembering = new GoodSource() {
            @Override
            public Reading read(Page page) {
                seen.add(announcement("a" + seen.size()));
                return Reading.of(seen);
            }
        };

        assertThatThrownBy(() -> verifyReading(remembering))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("two readings of one page");
    }

    @Test
    void refusesTwoAnnouncementsOfOneId() {
        Source repeating = new GoodSource() {
            @Override
            public Reading read(Page page) {
                return Reading.of(List.of(announcement("same"), announcement("same")));
            }
        };

        assertThatThrownBy(() -> verifyReading(repeating))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("two announcements with the id same");
        verifyReading(new GoodSource());
    }

    private static void verifyReading(Source source) {
        Page page = new Page(PAGE, PAGE, Instant.EPOCH, "text/html", "<p>");
        PluginContract.verifyReading(source, page, TestingPluginContext.at(SettableClock.at(Instant.EPOCH)));
    }

    /** Keeps a word of somebody until it is asked to forget it so many times. */
    private static Plugin keeping(String word, int deafFor) {
        AtomicInteger asked = new AtomicInteger();
        return new GoodPlugin() {
            @Override
            public Optional<PersonalData> personalData() {
                return Optional.of(new PersonalData() {
                    @Override
                    public Optional<String> export(long chatId) {
                        return asked.get() > deafFor ? Optional.empty() : Optional.of(word);
                    }

                    @Override
                    public boolean erase(long chatId) {
                        return asked.getAndIncrement() <= deafFor;
                    }
                });
            }
        };
    }

    @Test
    void takesWhatIsKeptOfSomebodyAndForgotten() {
        PluginContract.verify(factory("good", 1, keeping("{\"word\":\"Ana\"}", 0)));
    }

    @Test
    void refusesAnExportThatIsNoObjectOrTooLong() {
        assertBreach(keeping("[]", 0), "export() gave what is no JSON object");
        assertBreach(keeping("{\"word\":\"" + "a".repeat(PersonalData.LONGEST) + "\"}", 0), "1000000 are the most");
    }

    @Test
    void refusesToRememberWhatIsErased() {
        assertBreach(keeping("{}", 1), "export() still has something after erase()");
    }

    @Test
    void refusesToFindWhatIsErasedAnotherTime() {
        assertBreach(
                new GoodPlugin() {
                    @Override
                    public Optional<PersonalData> personalData() {
                        return Optional.of(new PersonalData() {
                            @Override
                            public Optional<String> export(long chatId) {
                                return Optional.empty();
                            }

                            @Override
                            public boolean erase(long chatId) {
                                return true;
                            }
                        });
                    }
                },
                "erase() found something the second time");
    }

    private static void assertBreach(Plugin plugin, String words) {
        assertBreach(factory("good", 1, plugin), words);
    }

    private static void assertBreach(PluginFactory factory, String words) {
        assertThatThrownBy(() -> PluginContract.verify(factory))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(words);
    }

    private static Announcement announcement(String id) {
        return new Announcement(id, "title", "", PAGE, Instant.EPOCH);
    }

    private static Sighting sighting(String title, Instant publishedAt) {
        Promo promo = Promo.builder(PromoKind.CLUB, new ProgramId("smiles")).build();
        return new Sighting(promo, new SourceId("good_source"), Provenance.BLOG, title, PAGE, publishedAt);
    }

    private static PluginFactory factory(String id, int level, @Nullable Plugin plugin) {
        return new PluginFactory() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public String version() {
                return "1.0";
            }

            @Override
            public int apiLevel() {
                return level;
            }

            @Override
            @SuppressWarnings("NullAway") // A stranger's plug-in was compiled without the check.
            public Plugin create(PluginContext context) {
                return plugin;
            }
        };
    }

    private static class GoodPlugin implements Plugin {
        @Override
        public String schedule() {
            return "0,30 6-23 * * MON-FRI";
        }

        @Override
        public Set<String> categories() {
            return Set.of("bonus");
        }

        @Override
        public List<Source> sources() {
            return List.of(new GoodSource());
        }
    }

    private static class GoodSource implements Source {
        @Override
        public SourceId id() {
            return new SourceId("good_source");
        }

        @Override
        public Provenance provenance() {
            return Provenance.OFFICIAL;
        }

        @Override
        public List<URI> addresses() {
            return List.of(PAGE);
        }

        @Override
        public Reading read(Page page) {
            return Reading.of(List.of(announcement("one"), announcement("two")));
        }
    }
}
