/**
 * The living start report of an area on a date: what its figures are, how they read in Dutch and English, and its forms as
 * JSON, page and PDF. It makes no figure itself: each is that of the call it links to.
 */
@NullMarked
package nl.buurtpuls.report.startrapport;

import org.jspecify.annotations.NullMarked;
