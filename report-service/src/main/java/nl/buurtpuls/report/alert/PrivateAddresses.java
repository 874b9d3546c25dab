package nl.buurtpuls.report.alert;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/** Which addresses are no part of the public internet: what is told there would come from inside. */
final class PrivateAddresses {

    private PrivateAddresses() {}

    /**
     * Whether an address is of this machine, of a network of one's own, or of no single machine (IANA's registries of
     * special-purpose addresses, RFC 6890).
     */
    static boolean include(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return true;
        }
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return isSpecial(bytes, 0);
        }
        return address instanceof Inet6Address && isSpecial6(bytes);
    }

    private static boolean isSpecial(byte[] bytes, int at) {
        int first = bytes[at] & 0xff;
        int second = bytes[at + 1] & 0xff;
        int third = bytes[at + 2] & 0xff;
        return first == 0
                || first == 10
                || first == 127
                || (first == 100 && second >= 64 && second < 128) // shared by customers of a provider
                || (first == 169 && second == 254)
                || (first == 172 && second >= 16 && second < 32)
                || (first == 192 && second == 168)
                || (first == 192 && second == 0 && (third == 0 || third == 2))
                || (first == 198 && (second == 18 || second == 19))
                || (first == 198 && second == 51 && third == 100)
                || (first == 203 && second == 0 && third == 113)
                || first >= 224;
    }

    private static boolean isSpecial6(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if ((first & 0xfe) == 0xfc) { // unique local
            return true;
        }
        if (first == 0x20 && second == 0x02) { // 6to4, which carries an IPv4 address
            return isSpecial(bytes, 2);
        }
        boolean translated = first == 0 && second == 0x64 && (bytes[2] & 0xff) == 0xff && (bytes[3] & 0xff) == 0x9b;
        if (translated) { // NAT64
            return isSpecial(bytes, 12);
        }
        boolean teredoOrDocumentation = first == 0x20
                && second == 0x01
                && (((bytes[2] & 0xff) == 0 && (bytes[3] & 0xff) == 0)
                        || ((bytes[2] & 0xff) == 0x0d && (bytes[3] & 0xff) == 0xb8));
        boolean globalUnicast = (first & 0xe0) == 0x20;
        return teredoOrDocumentation || !globalUnicast;
    }
}
