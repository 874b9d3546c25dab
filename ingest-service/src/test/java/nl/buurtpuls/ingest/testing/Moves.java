package nl.buurtpuls.ingest.testing;

/** Moves to Heerlen, as a register sends them. */
public final class Moves {

    private Moves() {}

    /** A move from a municipality, by someone named by a BSN. */
    public static String of(String id, String from) {
        return ("{'specversion':'1.0','id':'" + id + "','source':'urn:nld:oin:00000001001234567000:systeem:x',"
                        + "'type':'nl.brp.verhuisd.intergemeentelijk','time':'2021-03-02T09:14:05Z',"
                        + "'datacontenttype':'application/json','data':{'person':{'bsn':'999990019'},"
                        + "'municipality':'GM0917','effectiveDate':'2021-03-01','birthDate':'1987-05-12',"
                        + "'residence':{'buurt':'BU09171000','household':'h-123'},"
                        + "'origin':{'municipality':'" + from + "'}}}")
                .replace('\'', '"');
    }
}
