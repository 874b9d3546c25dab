/**
 * The command {@code deploy/local/run}: options, the order of things and what it says. What it starts lives in the
 * packages below; nothing there reads an option or ends this process.
 */
@NullMarked
package nl.buurtpuls.local;

import org.jspecify.annotations.NullMarked;
