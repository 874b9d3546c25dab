package nl.buurtpuls.report.origin;

import nl.buurtpuls.report.disclosure.PublishedNumber;

/** A country that people came from. */
public record FromCountry(String code, PublishedNumber count) {}
