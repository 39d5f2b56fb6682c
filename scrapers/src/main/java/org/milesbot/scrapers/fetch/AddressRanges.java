package org.milesbot.scrapers.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Which IP addresses lie outside the public internet (the special-purpose registries of IANA). */
final class AddressRanges {

    private static final class Range {

        private final byte[] start;
        private final int bits;

        private Range(byte[] start, int bits) {
            this.start = start;
            this.bits = bits;
        }

        static Range of(String range) {
            int slash = range.indexOf('/');
            return new Range(bytes(range.substring(0, slash)), Integer.parseInt(range.substring(slash + 1)));
        }

        boolean contains(byte[] address) {
            return address.length == start.length && firstDifference(address) >= bits;
        }

        private int firstDifference(byte[] address) {
            int at = Arrays.mismatch(start, address);
            return at < 0
                    ? start.length * 8
                    : at * 8 + Integer.numberOfLeadingZeros((start[at] ^ address[at]) & 0xff) - 24;
        }

        private static byte[] bytes(String literal) {
            try {
                return InetAddress.getByName(literal).getAddress();
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(literal, e);
            }
        }
    }

    private static final List<Range> PRIVATE_4 = ranges(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    private static final Range PUBLIC_6 = Range.of("2000::/3");

    /** Parts of the public range that are not public: Teredo, benchmarks, documentation, 6to4. */
    private static final List<Range> PRIVATE_6 = ranges("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    /** How a network without IPv4 reaches IPv4; the last four bytes are the address. */
    private static final Range NAT64 = Range.of("64:ff9b::/96");

    private AddressRanges() {}

    static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return isAmong(PRIVATE_4, bytes);
        }
        if (NAT64.contains(bytes)) {
            return isAmong(PRIVATE_4, Arrays.copyOfRange(bytes, 12, 16));
        }
        return !PUBLIC_6.contains(bytes) || isAmong(PRIVATE_6, bytes);
    }

    private static boolean isAmong(List<Range> ranges, byte[] address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    private static List<Range> ranges(String... ranges) {
        return Stream.of(ranges).map(Range::of).toList();
    }
}
