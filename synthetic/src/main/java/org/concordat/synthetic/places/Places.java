package org.concordat.synthetic.places;

import java.util.Arrays;
import org.concordat.synthetic.chance.Dice;
import org.concordat.synthetic.chance.Shuffle;

/**
 * All addresses of the town, kept in columns (some eight bytes an address), with the postcode, street and small area of
 * each.
 *
 * <p>About sixteen addresses share a postcode, and a postcode lies in one small area and one street; house numbers run on
 * along the street. Seven postcodes in ten are houses, two blocks of flats, one houses divided into two or three.
 */
public final class Places {
    private static final String LETTERS = "ABDEFGHJLNPQRSTUWXYZ";
    private static final int UNITS_IN_SECTOR = 130;
    private static final int SECTORS_IN_DISTRICT = 8;
    private static final int MEAN_ADDRESSES_IN_POSTCODE = 16;

    private static final byte HOUSES = 0;
    private static final byte FLATS = 1;
    private static final byte DIVIDED = 2;

    private final Areas areas;
    private final PlaceNames names;
    private final Shuffle uprns;
    private final int[] postcodeOf;
    private final short[] numberOf;
    private final int[] firstAddressOf;
    private final int[] smallAreaOf;
    private final int[] streetOf;
    private final byte[] builtOf;
    private final float[] deprivationOf;
    private final int postcodes;
    private final long seed;

    /** A place for {@code people} in {@code addresses} homes. */
    public Places(int people, int addresses, long seed) {
        this.seed = seed;
        this.names = new PlaceNames(seed);
        this.areas = new Areas(people, seed, names);
        this.uprns = new Shuffle(999_999_999L, seed + 13);
        this.deprivationOf = deprivation(areas, seed);
        this.postcodeOf = new int[addresses];
        this.numberOf = new short[addresses];
        int smallAreas = areas.count(AreaKind.SMALL);
        int room = addresses / 10 + smallAreas + 16;
        int[] firsts = new int[room + 1];
        int[] smalls = new int[room];
        int[] streets = new int[room];
        byte[] kinds = new byte[room];
        Dice dice = Dice.of(seed, 22, 0, 0);
        int postcode = 0;
        int street = 0;
        int number = 0;
        int address = 0;
        int lastLower = 0;
        for (int place = 0; place < smallAreas; place++) {
            int end = (int) ((long) addresses * (place + 1) / smallAreas);
            int lower = areas.containing(place, AreaKind.LOWER);
            while (address < end) {
                if (lower != lastLower || number > 120 || dice.chance(.2)) {
                    street++;
                    number = 0;
                    lastLower = lower;
                }
                int size = Math.min(end - address, dice.between(MEAN_ADDRESSES_IN_POSTCODE - 5, 21));
                byte built = dice.chance(.7) ? HOUSES : dice.chance(.67) ? FLATS : DIVIDED;
                firsts[postcode] = address;
                smalls[postcode] = place;
                streets[postcode] = street;
                kinds[postcode] = built;
                for (int i = 0; i < size; i++) {
                    boolean next = built == HOUSES || i % (built == DIVIDED ? 3 : size) == 0;
                    number += next ? 1 : 0;
                    numberOf[address] = (short) number;
                    postcodeOf[address++] = postcode;
                }
                postcode++;
            }
        }
        firsts[postcode] = address;
        this.postcodes = postcode;
        this.firstAddressOf = Arrays.copyOf(firsts, postcode + 1);
        this.smallAreaOf = Arrays.copyOf(smalls, postcode);
        this.streetOf = Arrays.copyOf(streets, postcode);
        this.builtOf = Arrays.copyOf(kinds, postcode);
    }

    /** How the town's areas nest. */
    public Areas areas() {
        return areas;
    }

    /** Number of addresses; they are numbered from 0. */
    public int addresses() {
        return postcodeOf.length;
    }

    /** Number of postcodes; they are numbered from 0. */
    public int postcodes() {
        return postcodes;
    }

    /** The postcode of an address. */
    public int postcodeOf(int address) {
        return postcodeOf[address];
    }

    /** The small area of a postcode. */
    public int smallAreaOf(int postcode) {
        return smallAreaOf[postcode];
    }

    /** First address of a postcode; the others follow it. */
    public int firstAddressOf(int postcode) {
        return firstAddressOf[postcode];
    }

    /** Another address near one: the same postcode where it has several. */
    public int neighbour(int address, Dice dice) {
        int postcode = postcodeOf[address];
        int size = firstAddressOf[postcode + 1] - firstAddressOf[postcode];
        int other = firstAddressOf[postcode] + dice.below(size);
        return other == address ? firstAddressOf[postcode] + (other - firstAddressOf[postcode] + 1) % size : other;
    }

    /** Postcode as written on a letter: {@code TE4 3QP}. */
    public String postcodeText(int postcode) {
        int sector = postcode / UNITS_IN_SECTOR;
        int unit =
                postcode % UNITS_IN_SECTOR * 3 + Dice.of(seed, 23, postcode, 0).below(3);
        return "TE" + (sector / SECTORS_IN_DISTRICT + 1) + ' ' + (sector % SECTORS_IN_DISTRICT + 1)
                + LETTERS.charAt(unit / LETTERS.length()) + LETTERS.charAt(unit % LETTERS.length());
    }

    /** How poor the surroundings of an address are, from 0 (best off) to 1; changes smoothly over the town. */
    public double deprivation(int address) {
        return deprivationOf[smallAreaOf[postcodeOf[address]]];
    }

    private static float[] deprivation(Areas areas, long seed) {
        float[] all = new float[areas.count(AreaKind.SMALL)];
        for (int small = 0; small < all.length; small++) {
            double x = small % areas.width() / (double) areas.width();
            int row = small / areas.width();
            double y = row / (double) areas.height();
            double wave = Math.sin(7.1 * x + 2.3 + seed % 7) * Math.cos(5.3 * y + 1.1) + .6 * Math.sin(13 * x * y + 3);
            all[small] = (float) Math.clamp(.5 + wave / 2.6, 0, 1);
        }
        return all;
    }

    /** The address in full. */
    public Address address(int address) {
        int postcode = postcodeOf[address];
        int place = address - firstAddressOf[postcode];
        byte built = builtOf[postcode];
        String number = String.valueOf(numberOf[address]);
        String flat = built == FLATS ? "Flat " + (place + 1) : "";
        String building = built == FLATS ? names.building(postcode) : "";
        if (built == DIVIDED) {
            number += "abc".charAt(place % 3);
        }
        return new Address(
                flat,
                building,
                number,
                names.street(streetOf[postcode]),
                locality(address),
                postcodeText(postcode),
                Long.toString(999_000_000_000L + uprns.of(address)));
    }

    /** Part of town in which an address lies: its ward's name. */
    public String locality(int address) {
        int small = smallAreaOf[postcodeOf[address]];
        return areas.name(AreaKind.WARD, areas.containing(small, AreaKind.WARD));
    }
}
