package org.milesbot.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class DependencyPageIT {

    @Test
    void isOfThisBuild() throws IOException {
        assertThat(Files.readString(DependencyPage.PAGE))
                .as("docs/dependencies.md is stale: run scripts/dependencies")
                .isEqualTo(DependencyPage.text());
    }

    @Test
    void hasALicenceAndAReasonForEverything() throws IOException {
        assertThat(DependencyPage.text().lines().filter(line -> line.contains("| " + DependencyPage.UNKNOWN + " |")))
                .as("a licence or, in dist/src/main/parts/reasons.properties, a reason is missing")
                .isEmpty();
    }

    @Test
    void hasNoSnapshot() throws IOException {
        assertThat(DependencyPage.text()).doesNotContain("SNAPSHOT");
    }
}
