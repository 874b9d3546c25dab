package nl.buurtpuls.benchmark.recount;

import java.time.LocalDate;

/** By how much a figure of a buurt changed on a day, or how often it happened then. */
public record Cell(String buurt, Figure figure, LocalDate day) {}
