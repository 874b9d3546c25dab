package nl.buurtpuls.indicator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("nl.buurtpuls.indicator");

    @Test
    void dependenciesPointOneWay() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("stream")
                .definedBy("nl.buurtpuls.indicator.stream..")
                .layer("engine")
                .definedBy("nl.buurtpuls.indicator.engine..")
                .layer("window")
                .definedBy("nl.buurtpuls.indicator.window..")
                .layer("above")
                .definedBy("nl.buurtpuls.indicator.above..")
                .layer("contribution")
                .definedBy("nl.buurtpuls.indicator.contribution..")
                .layer("ledger")
                .definedBy("nl.buurtpuls.indicator.ledger..")
                .layer("timeline")
                .definedBy("nl.buurtpuls.indicator.timeline..")
                .layer("dossier")
                .definedBy("nl.buurtpuls.indicator.dossier..")
                .whereLayer("stream")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("engine")
                .mayOnlyBeAccessedByLayers("stream")
                .whereLayer("above")
                .mayOnlyBeAccessedByLayers("stream")
                .whereLayer("window")
                .mayOnlyBeAccessedByLayers("stream")
                .whereLayer("contribution")
                .mayOnlyBeAccessedByLayers("engine")
                .whereLayer("dossier")
                .mayOnlyBeAccessedByLayers("engine")
                .whereLayer("ledger")
                .mayOnlyBeAccessedByLayers("contribution", "window", "above", "engine", "stream")
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("nl.buurtpuls.indicator.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void onlyTheShellKnowsKafkaAndQuarkus() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "nl.buurtpuls.indicator.stream..",
                        "nl.buurtpuls.indicator.erasure..",
                        "nl.buurtpuls.indicator.broker..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "io.quarkus..", "jakarta..", "io.micrometer..")
                .check(CLASSES);
    }

    @Test
    void onlyTheShellReadsAClock() {
        noClasses()
                .that()
                .resideOutsideOfPackages("nl.buurtpuls.indicator.stream..", "nl.buurtpuls.indicator.erasure..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(java.time.Clock.class)
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }
}
