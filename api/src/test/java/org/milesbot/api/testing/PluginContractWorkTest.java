package org.milesbot.api.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.milesbot.api.fare.FareQuery;
import org.milesbot.api.job.Job;
import org.milesbot.api.job.JobContext;
import org.milesbot.api.job.JobPhase;
import org.milesbot.api.job.JobResult;
import org.milesbot.api.plugin.Plugin;
import org.milesbot.api.plugin.PluginContext;
import org.milesbot.api.plugin.PluginFactory;
import org.milesbot.api.privacy.PersonalData;
import org.milesbot.api.storage.Migration;
import org.milesbot.api.terminal.TerminalCommand;
import org.milesbot.api.terminal.TerminalRequest;

/** What is checked of tables, jobs and commands. */
class PluginContractWorkTest {

    @Test
    void refusesMigrationsThatDoNotRise() {
        Migration second = new Migration("V002__x.sql", "select 1");
        assertBreach(new Factory(new Quiet(), List.of(second, second)), "V002__x.sql after a version");
    }

    @Test
    void asksForPersonalDataInTablesOnlyWhereThereAreTables() {
        Plugin plugin = new Quiet() {
            @Override
            public Optional<PersonalData> personalData() {
                throw new AssertionError("there are no tables");
            }
        };

        PluginContract.verify(new Factory(plugin, List.of(new Migration("V001__x.sql", "select 1"))));
    }

    @Test
    void refusesJobsOfOneName() {
        Job job = new Job() {
            @Override
            public String name() {
                return "warnings";
            }

            @Override
            public JobPhase phase() {
                return JobPhase.NOTIFY;
            }

            @Override
            public JobResult run(JobContext context) {
                throw new AssertionError("nothing is run");
            }
        };
        assertBreach(
                of(new Quiet() {
                    @Override
                    public List<Job> jobs() {
                        return List.of(job, job);
                    }
                }),
                "two jobs with the name warnings");
    }

    @Test
    void refusesACommandOfTwoWords() {
        assertBreach(
                of(new Quiet() {
                    @Override
                    public List<TerminalCommand> commands() {
                        return List.of(new TerminalCommand() {
                            @Override
                            public String name() {
                                return "import all";
                            }

                            @Override
                            public String help(Locale language) {
                                return "imports all";
                            }

                            @Override
                            public void run(TerminalRequest request) {
                                throw new AssertionError("nothing is run");
                            }
                        });
                    }
                }),
                "\"import all\"");
    }

    @Test
    void refusesFareQueriesThatAreNone() {
        assertBreach(
                of(new Quiet() {
                    @Override
                    public List<FareQuery> fareQueries() throws IOException {
                        throw new IOException("no list");
                    }
                }),
                "fareQueries() threw java.io.IOException: no list");
    }

    private static PluginFactory of(Plugin plugin) {
        return new Factory(plugin, List.of());
    }

    private static void assertBreach(PluginFactory factory, String words) {
        assertThatThrownBy(() -> PluginContract.verify(factory))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(words);
    }

    private record Factory(Plugin plugin, List<Migration> migrations) implements PluginFactory {

        @Override
        public String id() {
            return "quiet";
        }

        @Override
        public String version() {
            return "1.0";
        }

        @Override
        public int apiLevel() {
            return 1;
        }

        @Override
        public Plugin create(PluginContext context) {
            return plugin;
        }
    }

    private static class Quiet implements Plugin {

        @Override
        public String schedule() {
            return "daily";
        }

        @Override
        public Set<String> categories() {
            return Set.of("bonus");
        }
    }
}
