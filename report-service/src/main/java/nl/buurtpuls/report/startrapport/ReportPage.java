package nl.buurtpuls.report.startrapport;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import nl.buurtpuls.report.indicator.Language;

/** The report as a page: XHTML syntax, so that the PDF is made of it too; its stylesheet within. */
@ApplicationScoped
class ReportPage {

    private static final String STYLE =
            Resources.text("page-fonts.css") + Resources.text("report.css") + Resources.text("page.css");

    private final String policy = "default-src 'none'; style-src 'sha256-" + hash(STYLE)
            + "'; font-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    String of(StartReport report) {
        return of(report, STYLE);
    }

    /** The page in another style. */
    String of(StartReport report, String style) {
        Language language = report.language().equals("en") ? Language.EN : Language.NL;
        return Templates.page(report, new Wording(language), style)
                .setLocale(language.locale())
                .render();
    }

    /** What the page may load: its own stylesheet and the fonts of this service. */
    String contentSecurityPolicy() {
        return policy;
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
