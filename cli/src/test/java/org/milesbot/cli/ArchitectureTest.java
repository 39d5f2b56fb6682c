package org.milesbot.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;

/** The arrows of docs/architecture.md and the rules of the house that a machine can see. */
@AnalyzeClasses(
        packages = "org.milesbot",
        importOptions = {DoNotIncludeTests.class, ArchitectureTest.WithoutTestJars.class})
final class ArchitectureTest {

    /** Modules ship their test helpers in jars, which do not look like folders of tests. */
    static final class WithoutTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    @ArchTest
    final ArchRule modulesMeetOnlyInTheApi = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("api")
            .definedBy("org.milesbot.api..")
            .layer("scrapers")
            .definedBy("org.milesbot.scrapers..")
            .layer("store")
            .definedBy("org.milesbot.store..")
            .layer("forecast")
            .definedBy("org.milesbot.forecast..")
            .layer("notify")
            .definedBy("org.milesbot.notify..")
            .layer("cli")
            .definedBy("org.milesbot.cli..")
            .whereLayer("scrapers")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("store")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("forecast")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("notify")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    final ArchRule apiNeedsNothingButTheJdk = classes()
            .that()
            .resideInAPackage("org.milesbot.api..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "javax.sql..", "org.jspecify..", "org.milesbot.api..");

    @ArchTest
    final ArchRule packagesHaveNoCycles =
            slices().matching("org.milesbot.(*).(**)").should().beFreeOfCycles();

    @ArchTest
    final ArchRule onlyCommandsKnowPicocli = noClasses()
            .that()
            .resideOutsideOfPackage("org.milesbot.cli.command..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    final ArchRule onlyTheStoreKnowsSql = noClasses()
            .that()
            .resideOutsideOfPackages("org.milesbot.store..", "org.milesbot.api.storage..", "org.milesbot.plugin..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.jdbi..", "org.postgresql..", "org.flywaydb..", "redis.clients..");

    @ArchTest
    final ArchRule onlyFetchingKnowsHttp = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.milesbot.scrapers.fetch..",
                    "org.milesbot.scrapers.recording..",
                    "org.milesbot.notify.assistant..",
                    "org.milesbot.notify.telegram..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("okhttp3..", "java.net.http..");

    @ArchTest
    final ArchRule onlyChartsKnowAwt = noClasses()
            .that()
            .resideOutsideOfPackage("org.milesbot.cli.chart..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.awt..", "javax.imageio..", "org.knowm..", "org.apache.batik..");

    @ArchTest
    final ArchRule useCasesKnowNoConcreteSource = noClasses()
            .that()
            .resideInAPackage("org.milesbot.cli.pipeline..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.milesbot.scrapers.source.."));

    @ArchTest
    final ArchRule extractionIsPure = noClasses()
            .that()
            .resideInAPackage("org.milesbot.scrapers.extract..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.milesbot.scrapers.fetch..", "okhttp3..", "java.net.http.."));

    @ArchTest
    final ArchRule forecastingIsArithmetic = noClasses()
            .that()
            .resideInAPackage("org.milesbot.forecast..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.net..", "java.nio..", "java.sql..", "org.slf4j..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);

    @ArchTest
    final ArchRule timeComesFromAClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    final ArchRule nothingStaticChanges = fields().that().areStatic().should().beFinal();

    @ArchTest
    final ArchRule dataHaveNoSetters = methods().that().arePublic().should().haveNameNotMatching("set[A-Z].*");

    @ArchTest
    final ArchRule packagesAreNamedByWhatTheyHold = noClasses()
            .should()
            .resideInAnyPackage(
                    "..util..",
                    "..utils..",
                    "..helper..",
                    "..common..",
                    "..misc..",
                    "..impl..",
                    "..service..",
                    "..manager..",
                    "..dto..");

    @ArchTest
    final ArchRule typesAreNamedByTheirRole =
            noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Impl|Processor)$");

    @ArchTest
    final ArchRule errorsHaveAKind = noClasses()
            .that()
            .areNotAssignableTo(RuntimeException.class)
            .should()
            .callConstructor(RuntimeException.class)
            .orShould()
            .callConstructor(RuntimeException.class, String.class)
            .orShould()
            .callConstructor(RuntimeException.class, Throwable.class)
            .orShould()
            .callConstructor(RuntimeException.class, String.class, Throwable.class);
}
