package org.milesbot.store.db;

import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** The only class that knows Flyway, so that a current schema never loads it. */
final class FlywayRun {

    private FlywayRun() {}

    static void migrate(Database database, List<String> files, int version) {
        DatabaseAddress address = database.address();
        try {
            Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(dataSource(address))
                    .schemas(database.schema())
                    .createSchemas(true)
                    .resourceProvider(new ListedResources(files))
                    .target(String.valueOf(version))
                    .placeholderReplacement(false)
                    .cleanDisabled(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw DatabaseFailure.of(address, e);
        }
    }

    private static DataSource dataSource(DatabaseAddress address) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        String options = address.options().entrySet().stream()
                .map(option -> encoded(option.getKey()) + "=" + encoded(option.getValue()))
                .collect(Collectors.joining("&", "?", ""));
        source.setURL(address.driverUrl() + options);
        source.setUser(address.user());
        source.setPassword(address.password());
        source.setApplicationName("milesbot migrate");
        return source;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** Hands Flyway the files of the index, in place of its search through the class path. */
    private record ListedResources(List<String> files) implements ResourceProvider {

        @Override
        public @Nullable LoadableResource getResource(String name) {
            return files.contains(name) ? new MigrationFile(name) : null;
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return files.stream()
                    .filter(file -> file.startsWith(prefix))
                    .<LoadableResource>map(MigrationFile::new)
                    .toList();
        }
    }

    private static final class MigrationFile extends LoadableResource {

        private final String file;

        MigrationFile(String file) {
            this.file = file;
        }

        @Override
        public Reader read() {
            return new InputStreamReader(
                    Objects.requireNonNull(
                            Migrations.class.getClassLoader().getResourceAsStream(getAbsolutePath()), file),
                    StandardCharsets.UTF_8);
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
