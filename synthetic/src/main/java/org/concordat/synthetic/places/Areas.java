package org.concordat.synthetic.places;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.concordat.synthetic.chance.Dice;

/**
 * How the town's areas nest: a grid of small cells of some 300 people, five or so to a lower area, some five of those to
 * a ward, about twenty wards to a district.
 *
 * <p>Each larger area is a rectangle of cells on the grid, so every area is in one piece; {@link Boundaries} bends the
 * grid into shapes.
 */
public final class Areas {
    private static final int PEOPLE_IN_SMALL_AREA = 300;
    private static final int SMALL_IN_LOWER = 5;
    private static final int SMALL_IN_WARD = 25;
    private static final int SMALL_IN_DISTRICT = 500;
    private static final int FIRST_CODE = 900_001;

    private final int width;
    private final int height;
    private final List<Block> districts;
    private final List<Block> wards;
    private final List<Block> lowers;
    private final int[] lowerOfSmall;
    private final int[] wardOfLower;
    private final int[] districtOfWard;
    private final String[] wardNames;

    /** A rectangle of cells: columns {@code left} to {@code right - 1}, rows {@code bottom} to {@code top - 1}. */
    record Block(int left, int bottom, int right, int top) {
        int cells() {
            return (right - left) * (top - bottom);
        }
    }

    /** Areas for a town of {@code people}. */
    Areas(int people, long seed, PlaceNames names) {
        int wanted = Math.max(6, Math.round(people / (float) PEOPLE_IN_SMALL_AREA));
        this.width = Math.max(2, (int) Math.round(Math.sqrt(wanted * 1.4)));
        this.height = Math.max(2, (wanted + width / 2) / width);
        int cells = width * height;
        Dice dice = Dice.of(seed, 21, 0, 0);
        this.districts = divide(
                new Block(0, 0, width, height), Math.max(1, Math.round(cells / (float) SMALL_IN_DISTRICT)), dice);
        this.wards = new ArrayList<>();
        this.lowers = new ArrayList<>();
        this.lowerOfSmall = new int[cells];
        this.districtOfWard = divideAll(districts, wards, SMALL_IN_WARD, 2, dice);
        this.wardOfLower = divideAll(wards, lowers, SMALL_IN_LOWER, 1, dice);
        for (int lower = 0; lower < lowers.size(); lower++) {
            Block block = lowers.get(lower);
            for (int row = block.bottom; row < block.top; row++) {
                Arrays.fill(lowerOfSmall, row * width + block.left, row * width + block.right, lower);
            }
        }
        this.wardNames = new String[wards.size()];
        for (int ward = 0; ward < wardNames.length; ward++) {
            wardNames[ward] = names.ward(ward);
        }
    }

    private static int[] divideAll(List<Block> parents, List<Block> children, int cellsEach, int least, Dice dice) {
        int[] parentOf = new int[64];
        for (int parent = 0; parent < parents.size(); parent++) {
            Block block = parents.get(parent);
            int parts = Math.max(least, Math.round(block.cells() / (float) cellsEach));
            for (Block child : divide(block, Math.min(parts, block.cells()), dice)) {
                if (children.size() == parentOf.length) {
                    parentOf = Arrays.copyOf(parentOf, parentOf.length * 2);
                }
                parentOf[children.size()] = parent;
                children.add(child);
            }
        }
        return Arrays.copyOf(parentOf, children.size());
    }

    /** Cuts a block into parts of about the same number of cells, always across its longer side. */
    private static List<Block> divide(Block whole, int parts, Dice dice) {
        List<Block> done = new ArrayList<>();
        Deque<Block> blocks = new ArrayDeque<>(List.of(whole));
        Deque<Integer> counts = new ArrayDeque<>(List.of(parts));
        while (!blocks.isEmpty()) {
            Block block = blocks.removeLast();
            int count = counts.removeLast();
            int across = block.right - block.left;
            int up = block.top - block.bottom;
            if (count == 1 || block.cells() == 1) {
                done.add(block);
                continue;
            }
            int first = count / 2 + (count % 2 == 1 && dice.chance(.5) ? 1 : 0);
            boolean upright = across > up || (across == up && dice.chance(.5));
            int side = upright ? across : up;
            int cut = Math.clamp(Math.round(side * (float) first / count), 1, side - 1);
            Block low = upright
                    ? new Block(block.left, block.bottom, block.left + cut, block.top)
                    : new Block(block.left, block.bottom, block.right, block.bottom + cut);
            Block high = upright
                    ? new Block(block.left + cut, block.bottom, block.right, block.top)
                    : new Block(block.left, block.bottom + cut, block.right, block.top);
            blocks.add(high);
            counts.add(Math.max(1, count - first));
            blocks.add(low);
            counts.add(first);
        }
        return done;
    }

    /** Columns of the grid. */
    int width() {
        return width;
    }

    /** Rows of the grid. */
    int height() {
        return height;
    }

    Block block(AreaKind kind, int area) {
        return switch (kind) {
            case SMALL -> new Block(area % width, area / width, area % width + 1, area / width + 1);
            case LOWER -> lowers.get(area);
            case WARD -> wards.get(area);
            case DISTRICT -> districts.get(area);
        };
    }

    /** Number of areas of a kind. */
    public int count(AreaKind kind) {
        return switch (kind) {
            case SMALL -> lowerOfSmall.length;
            case LOWER -> lowers.size();
            case WARD -> wards.size();
            case DISTRICT -> districts.size();
        };
    }

    /** The area of the given kind in which a small area lies; small areas are numbered from 0. */
    public int containing(int small, AreaKind kind) {
        int lower = lowerOfSmall[small];
        return switch (kind) {
            case SMALL -> small;
            case LOWER -> lower;
            case WARD -> wardOfLower[lower];
            case DISTRICT -> districtOfWard[wardOfLower[lower]];
        };
    }

    /** The area of the next larger kind in which an area lies; a district has none and gives -1. */
    int parent(AreaKind kind, int area) {
        return switch (kind) {
            case SMALL -> lowerOfSmall[area];
            case LOWER -> wardOfLower[area];
            case WARD -> districtOfWard[area];
            case DISTRICT -> -1;
        };
    }

    /** Code in the shape of the Office for National Statistics': {@code E05900012}. */
    public String code(AreaKind kind, int area) {
        return kind.prefix() + (FIRST_CODE + area);
    }

    /** Name: wards and districts have their own; a lower area is its ward's name and a number, a small one its code. */
    public String name(AreaKind kind, int area) {
        return switch (kind) {
            case SMALL -> code(kind, area);
            case LOWER -> {
                int ward = wardOfLower[area];
                int first = area;
                while (first > 0 && wardOfLower[first - 1] == ward) {
                    first--;
                }
                yield wardNames[ward] + ' ' + String.format("%03d", area - first + 1);
            }
            case WARD -> wardNames[area];
            case DISTRICT -> districts.size() == 1 ? "Tideford" : "Tideford " + DISTRICTS[area % DISTRICTS.length];
        };
    }

    private static final String[] DISTRICTS = {
        "Quayside", "Castle", "Moorgate", "Saltmarsh", "Northolme", "Eastmere", "Westbank", "Southsea", "Abbey",
                "Forge",
        "Haven", "Lantern", "Minster", "Oldmill", "Parkside", "Ropewalk", "Stonegate", "Ternhill", "Uplands", "Warren",
        "Beacon", "Chandlery", "Dunes", "Estuary"
    };
}
