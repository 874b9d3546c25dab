package nl.buurtpuls.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("nl.buurtpuls.ingest");

    @Test
    void packagesFormNoCycle() {
        slices().matching("nl.buurtpuls.ingest.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyReadersKnowPersonsAndOnlyPublishingAndSearchingKnowKafka() {
        noClasses()
                .that()
                .resideInAnyPackage("..publish..", "..search..", "..outcome..", "..problem..", "..area..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..person..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackages("..publish..", "..search..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka..")
                .check(CLASSES);
    }
}
