package nl.buurtpuls.report.indicator;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import java.util.stream.Stream;
import nl.buurtpuls.contract.indicator.Text;
import org.jspecify.annotations.Nullable;

/** The languages of what is shown to end users. */
public enum Language {
    NL(Locale.forLanguageTag("nl")),
    EN(Locale.ENGLISH);

    private static final List<String> TAGS = List.of(NL.locale.toLanguageTag(), EN.locale.toLanguageTag());

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** The language that a reader would rather have (RFC 4647 lookup); Dutch if they say nothing of Dutch or English. */
    public static Language of(HttpHeaders headers) {
        return of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    static Language of(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return NL;
        }
        try {
            String tag = Locale.lookupTag(LanguageRange.parse(acceptLanguage), TAGS);
            return EN.locale.toLanguageTag().equals(tag) ? EN : NL;
        } catch (IllegalArgumentException e) {
            // No list of languages: the reader gets what everyone gets.
            return NL;
        }
    }

    /** The language of a tag, as it is written in {@link #tags}. */
    public static Optional<Language> tagged(String tag) {
        return Stream.of(values())
                .filter(language -> language.locale.toLanguageTag().equals(tag))
                .findFirst();
    }

    /** The tags of all languages. */
    public static Stream<String> tags() {
        return TAGS.stream();
    }

    public Locale locale() {
        return locale;
    }

    /** The text in this language. */
    public String of(Text text) {
        return this == EN ? text.en() : text.nl();
    }
}
