package org.milesbot.store.db;

import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;
import org.milesbot.api.storage.Migration;
import org.postgresql.ds.PGSimpleDataSource;

/** The only class that knows Flyway, so that a current schema never loads it. */
final class FlywayRun {

    /** A migration may take its time, but no timer waits for ever for one. */
    private static final String PLUGIN_LIMITS = "set statement_timeout to '10min'; set lock_timeout to '30s'";

    private FlywayRun() {}

    /** Milesbot's own migrations, from its jar. */
    static void migrate(Database database, List<String> files, int version) {
        try {
            configured(database, new ListedResources(files, FlywayRun::bundled))
                    .createSchemas(true)
                    .target(String.valueOf(version))
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw DatabaseFailure.of(database.address(), e);
        }
    }

    /**
     * Those of a plug-in, in its schema, which is there.
     *
     * @param role with whose rights, or null for those of the database's user
     * @throws FlywayException if the database refuses one, or one was changed after it was run
     */
    static void migrate(Database database, List<Migration> migrations, @Nullable String role) {
        Map<String, String> sql = migrations.stream().collect(Collectors.toMap(Migration::file, Migration::sql));
        configured(database, new ListedResources(List.copyOf(sql.keySet()), file -> new StringReader(sql.get(file))))
                .createSchemas(false)
                .dataSource(dataSource(
                        database.address(),
                        new BeginningDataSource(PLUGIN_LIMITS + (role == null ? "" : "; set role " + role))))
                .load()
                .migrate();
    }

    private static FluentConfiguration configured(Database database, ResourceProvider resources) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(dataSource(database.address(), new PGSimpleDataSource()))
                .schemas(database.schema())
                .resourceProvider(resources)
                .placeholderReplacement(false)
                .cleanDisabled(true);
    }

    private static Reader bundled(String file) {
        return new InputStreamReader(
                Objects.requireNonNull(
                        Migrations.class.getClassLoader().getResourceAsStream(Migrations.FOLDER + file), file),
                StandardCharsets.UTF_8);
    }

    private static DataSource dataSource(DatabaseAddress address, PGSimpleDataSource source) {
        String options = address.options().entrySet().stream()
                .map(option -> encoded(option.getKey()) + "=" + encoded(option.getValue()))
                .collect(Collectors.joining("&", "?", ""));
        source.setURL(address.driverUrl() + options);
        source.setUser(address.user());
        source.setPassword(address.password());
        source.setApplicationName("milesbot migrate");
        return source;
    }

    /** Each connection begins with some statements, so that Flyway takes the role for the one it came with. */
    private static final class BeginningDataSource extends PGSimpleDataSource {

        private static final long serialVersionUID = 1L;

        private final String beginning;

        BeginningDataSource(String beginning) {
            this.beginning = beginning;
        }

        @Override
        public Connection getConnection(@Nullable String user, @Nullable String password) throws SQLException {
            Connection connection = super.getConnection(user, password);
            try (Statement statement = connection.createStatement()) {
                statement.execute(beginning);
                return connection;
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** Hands Flyway the files that are listed, in place of its search through the class path. */
    private record ListedResources(List<String> files, Function<String, Reader> reader) implements ResourceProvider {

        @Override
        public @Nullable LoadableResource getResource(String name) {
            return files.contains(name) ? new MigrationFile(name, reader) : null;
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return files.stream()
                    .filter(file -> file.startsWith(prefix))
                    .<LoadableResource>map(file -> new MigrationFile(file, reader))
                    .toList();
        }
    }

    private static final class MigrationFile extends LoadableResource {

        private final String file;
        private final Function<String, Reader> reader;

        MigrationFile(String file, Function<String, Reader> reader) {
            this.file = file;
            this.reader = reader;
        }

        @Override
        public Reader read() {
            return reader.apply(file);
        }

        @Override
        public String getAbsolutePath() {
            return Migrations.FOLDER + file;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return getAbsolutePath();
        }

        @Override
        public String getFilename() {
            return file;
        }

        @Override
        public String getRelativePath() {
            return file;
        }
    }
}
