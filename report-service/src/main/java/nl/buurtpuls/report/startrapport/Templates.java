package nl.buurtpuls.report.startrapport;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The templates of the page, in {@code templates/startrapport}. */
@CheckedTemplate(basePath = "startrapport")
final class Templates {

    private Templates() {}

    static native TemplateInstance page(StartReport report, Wording wording, String style);
}
