package nl.buurtpuls.report.startrapport;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import nl.buurtpuls.report.indicator.Language;

/** The report as a page: XHTML syntax, so that the PDF is made of it too; its stylesheet within. */
@ApplicationScoped
class ReportPage {

    private final String style = resource("report.css");
    private final String policy = "default-src 'none'; style-src 'sha256-" + hash(style)
            + "'; font-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    String of(StartReport report) {
        Language language = report.language().equals("en") ? Language.EN : Language.NL;
        return Templates.page(report, new Wording(language), style)
                .setLocale(language.locale())
                .render();
    }

    /** What the page may load: its own stylesheet and the fonts of this service. */
    String contentSecurityPolicy() {
        return policy;
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(ReportPage.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
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
