package nl.buurtpuls.indicator.above;

import nl.buurtpuls.indicator.binary.Decoder;

/** What a municipality passes on to each area above it. */
public sealed interface Message permits CellChanges, MunicipalityTotals {

    byte[] encode();

    /**
     * @throws IllegalStateException for a message of another version
     */
    static Message decode(byte[] encoded) {
        Decoder in = new Decoder(encoded);
        int kind = in.byteValue();
        return switch (kind) {
            case CellChanges.KIND -> CellChanges.decode(in);
            case MunicipalityTotals.KIND -> MunicipalityTotals.decode(in);
            default ->
                throw new IllegalStateException("message of kind " + kind + ", which this program does not know");
        };
    }
}
