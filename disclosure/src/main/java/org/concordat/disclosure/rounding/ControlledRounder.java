package org.concordat.disclosure.rounding;

import java.util.Optional;
import java.util.stream.IntStream;
import org.concordat.disclosure.tables.Equations;
import org.concordat.disclosure.tables.Table;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.ojalgo.type.CalendarDateUnit;

/**
 * Rounds every cell up or down to a next multiple of a base so that every total still equals its parts, with the least change
 * in all (zero-restricted controlled rounding). Two-way tables always have such a rounding; for some tables of three or more
 * dimensions, and some linked ones, there is none. Found by integer programming: meant for tables of up to some thousand
 * cells.
 */
public final class ControlledRounder {
    private final long base;
    private final int seconds;

    /**
     * @param base in units of the last digit
     * @param seconds how long may be looked for it, from 1
     */
    public ControlledRounder(long base, int seconds) {
        Rounded.requireBase(base);
        if (seconds < 1) {
            throw new IllegalArgumentException("at least one second to look, given " + seconds);
        }
        this.base = base;
        this.seconds = seconds;
    }

    /** The rounded table; empty where there is none, or none was found in time. */
    public Optional<Rounded> round(Table table) {
        var model = new ExpressionsBasedModel();
        model.options.time_abort = seconds * CalendarDateUnit.SECOND.toDurationInMillis();
        Variable[] up = new Variable[table.cellCount()];
        for (int cell = 0; cell < up.length; cell++) {
            long rest = Math.floorMod(table.value(cell), base);
            up[cell] = model.newVariable("up" + cell).binary().weight((double) (base - 2 * rest) / base);
            if (rest == 0) {
                up[cell].level(0);
            }
        }
        Equations equations = table.equations();
        for (int equation = 0; equation < equations.count(); equation++) {
            Expression sum = model.newExpression("sum" + equation);
            long downs = floor(table, equations.total(equation));
            sum.set(up[equations.total(equation)], -1);
            for (int part = 0; part < equations.partCount(equation); part++) {
                sum.set(up[equations.part(equation, part)], 1);
                downs -= floor(table, equations.part(equation, part));
            }
            sum.level(downs);
        }
        Optimisation.Result found = model.minimise();
        if (!found.getState().isFeasible()) {
            return Optional.empty();
        }
        long[] values = IntStream.range(0, up.length)
                .mapToLong(cell -> (floor(table, cell) + Math.round(found.doubleValue(cell))) * base)
                .toArray();
        Rounded rounded = new Rounded(table, base, Rounded.Way.EITHER_WAY, values);
        // The solver reckons in floating point: what it says is looked at again in whole numbers.
        return rounded.addsUp() && rounded.largestChange() < base ? Optional.of(rounded) : Optional.empty();
    }

    private long floor(Table table, int cell) {
        return Math.floorDiv(table.value(cell), base);
    }
}
