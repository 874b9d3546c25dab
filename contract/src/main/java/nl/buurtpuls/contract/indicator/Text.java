package nl.buurtpuls.contract.indicator;

/** A text for readers, in Dutch and English. */
public record Text(String nl, String en) {}
