package org.hearten.web;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Which addresses belong to the open internet, and which are somebody's own machines. */
public final class PublicAddresses {
    private PublicAddresses() {}

    public static boolean isPublic(InetAddress address) {
        return switch (address) {
            case Inet4Address four -> isPublic(four.getAddress());
            case Inet6Address six -> isPublic(six);
            default -> false;
        };
    }

    private static boolean isPublic(Inet6Address six) {
        var bytes = six.getAddress();
        if (startsWith(bytes, 0x00, 0x64, 0xff, 0x9b)) { // NAT64 carries an IPv4 address in its last four bytes
            return isPublic(Arrays.copyOfRange(bytes, 12, 16));
        } else if (startsWith(bytes, 0x20, 0x02)) { // 6to4, in the four after its prefix
            return isPublic(Arrays.copyOfRange(bytes, 2, 6));
        } else {
            // Only 2000::/3 is given out; of it 2001::/23 is for protocols and 2001:db8::/32 for examples.
            return (bytes[0] & 0xe0) == 0x20
                    && !(startsWith(bytes, 0x20, 0x01) && (bytes[2] & 0xfe) == 0)
                    && !startsWith(bytes, 0x20, 0x01, 0x0d, 0xb8);
        }
    }

    private static boolean isPublic(byte[] four) {
        var first = four[0] & 0xff;
        var second = four[1] & 0xff;
        var third = four[2] & 0xff;
        return !(first == 0
                || first == 10
                || first == 127
                || first >= 224
                || (first == 100 && second >= 64 && second < 128)
                || (first == 169 && second == 254)
                || (first == 172 && second >= 16 && second < 32)
                || (first == 192 && second == 168)
                || (first == 192 && second == 0 && (third == 0 || third == 2))
                || (first == 192 && second == 88 && third == 99)
                || (first == 198 && (second == 18 || second == 19))
                || (first == 198 && second == 51 && third == 100)
                || (first == 203 && second == 0 && third == 113));
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        for (int at = 0; at < start.length; at++) {
            if ((bytes[at] & 0xff) != start[at]) {
                return false;
            }
        }
        return true;
    }

    /** Every address a name stands for, or none. An address written as numbers is itself. */
    static InetAddress[] named(String host) throws UnknownHostException {
        return InetAddress.getAllByName(host);
    }
}
