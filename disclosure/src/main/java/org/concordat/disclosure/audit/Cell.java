package org.concordat.disclosure.audit;

import java.util.Arrays;

/**
 * A group whose size a release gives or hides: a name and the atoms it is made of. Two cells with the same atoms are the
 * same count, whatever they are called.
 */
public final class Cell {
    private final String name;
    private final int[] atoms;

    private Cell(String name, int[] atoms) {
        this.name = name;
        this.atoms = atoms;
    }

    /**
     * A cell.
     *
     * @param name as a sentence names it, such as "ward E05000827, Sikh, 2021"; no figure in it
     * @param atoms numbers of atoms, each once, at least one
     */
    public static Cell of(String name, int... atoms) {
        int[] sorted = Arrays.stream(atoms).sorted().distinct().toArray();
        if (name.isBlank() || sorted.length != atoms.length || sorted.length == 0 || sorted[0] < 0) {
            throw new IllegalArgumentException(
                    "a cell has a name and one atom or more, numbered from 0, each once; given \"" + name + "\" with "
                            + Arrays.toString(atoms));
        }
        return new Cell(name, sorted);
    }

    public String name() {
        return name;
    }

    /** Its atoms, ascending; a copy. */
    public int[] atoms() {
        return atoms.clone();
    }

    /** How many there are, by the true count of each atom. */
    long count(long[] truth) {
        long count = 0;
        for (int atom : atoms) {
            count += truth[atom];
        }
        return count;
    }

    int lastAtom() {
        return atoms[atoms.length - 1];
    }

    @Override
    public String toString() {
        return "Cell[" + name + "]";
    }
}
