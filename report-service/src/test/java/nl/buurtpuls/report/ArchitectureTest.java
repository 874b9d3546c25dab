package nl.buurtpuls.report;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import nl.buurtpuls.contract.indicator.Figures;
import nl.buurtpuls.contract.indicator.Indicator;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("nl.buurtpuls.report");

    @Test
    void dependenciesPointOneWay() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("reports")
                .definedBy("nl.buurtpuls.report.startrapport..", "nl.buurtpuls.report.stream..")
                .layer("answers")
                .definedBy(
                        "nl.buurtpuls.report.snapshot..",
                        "nl.buurtpuls.report.series..",
                        "nl.buurtpuls.report.ranking..",
                        "nl.buurtpuls.report.retention..",
                        "nl.buurtpuls.report.segregation..",
                        "nl.buurtpuls.report.context..",
                        "nl.buurtpuls.report.map..",
                        "nl.buurtpuls.report.finding..",
                        "nl.buurtpuls.report.origin..")
                .layer("names")
                .definedBy("nl.buurtpuls.report.area..", "nl.buurtpuls.report.indicator..")
                .layer("ledger")
                .definedBy("nl.buurtpuls.report.ledger..")
                .layer("current")
                .definedBy("nl.buurtpuls.report.current..")
                .layer("table")
                .definedBy("nl.buurtpuls.report.table..")
                .layer("disclosure")
                .definedBy("nl.buurtpuls.report.disclosure..")
                .layer("access")
                .definedBy("nl.buurtpuls.report.access..")
                .layer("problem")
                .definedBy("nl.buurtpuls.report.problem..")
                .whereLayer("reports")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("answers")
                .mayOnlyBeAccessedByLayers("reports")
                .whereLayer("names")
                .mayOnlyBeAccessedByLayers("reports", "answers")
                .whereLayer("current")
                .mayOnlyBeAccessedByLayers("reports", "answers")
                .whereLayer("ledger")
                .mayOnlyBeAccessedByLayers("reports", "answers", "current")
                .whereLayer("table")
                .mayOnlyBeAccessedByLayers("answers", "names")
                .whereLayer("disclosure")
                .mayOnlyBeAccessedByLayers("reports", "answers", "current")
                .whereLayer("access")
                .mayOnlyBeAccessedByLayers("reports", "answers", "disclosure")
                .whereLayer("problem")
                .mayOnlyBeAccessedByLayers("reports", "answers", "names", "access")
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("nl.buurtpuls.report.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void answersKnowNothingOfEachOther() {
        slices().matching(
                        "nl.buurtpuls.report.(snapshot|series|ranking|retention|segregation|context|map|origin|finding)..")
                .should()
                .notDependOnEachOther()
                .check(CLASSES);
    }

    @Test
    void onlyTheGateTurnsFiguresIntoPoints() {
        noClasses()
                .that()
                .resideOutsideOfPackage("nl.buurtpuls.report.disclosure..")
                .should()
                .callMethod(Indicator.class, "of", Figures.class)
                .check(CLASSES);
    }

    @Test
    void onlyTheLedgerAndWhatIsKeptCurrentSpeakSqlPastHibernate() {
        noClasses()
                .that()
                .resideOutsideOfPackages("nl.buurtpuls.report.ledger..", "nl.buurtpuls.report.current..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx.mutiny.sqlclient..", "io.vertx.sqlclient..")
                .check(CLASSES);
    }

    @Test
    void timeComesFromTheOneClock() {
        noClasses()
                .should()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }
}
