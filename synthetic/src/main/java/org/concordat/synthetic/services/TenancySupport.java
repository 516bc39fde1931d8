package org.concordat.synthetic.services;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.concordat.synthetic.Sink;
import org.concordat.synthetic.SyntheticException;
import org.concordat.synthetic.chance.Dice;

/**
 * A made-up service that helped {@value #SUPPORTED} tenants with arrears, and what five agencies could tell of it: who was
 * supported, everybody's circumstances, how long they kept their homes, which steps they took, who sleeps rough by three lists,
 * and evictions by district and year.
 */
public final class TenancySupport {
    /** How many had the service. */
    public static final int SUPPORTED = 800;

    private static final int OTHERS = 6_000;
    private static final int ROUGH_SLEEPERS = 900;
    private static final int FOLLOWED_DAYS = 730;
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 8);
    private static final double SHARE_EVICTED = .3;

    private final long seed;
    private final List<Tenant> tenants = new ArrayList<>();

    /** What is known of one tenant. */
    private record Tenant(
            String id,
            boolean supported,
            int age,
            String sex,
            String benefit,
            int moves,
            int arrearsBefore,
            int arrears,
            boolean evicted) {}

    private TenancySupport(long seed) {
        this.seed = seed;
        for (int i = 0; i < SUPPORTED + OTHERS; i++) {
            tenants.add(tenant(i, Dice.of(seed, 1, i, 0)));
        }
    }

    /** The service of a seed. */
    public static TenancySupport of(long seed) {
        return new TenancySupport(seed);
    }

    private static Tenant tenant(int number, Dice dice) {
        boolean supported = number < SUPPORTED;
        int age = 18 + dice.below(supported ? 45 : 60);
        String sex = dice.chance(supported ? .55 : .48) ? "f" : "m";
        double money = dice.fraction();
        String benefit =
                money < .01 ? "unknown" : money < (supported ? .6 : .35) ? "full" : money < .8 ? "part" : "none";
        int moves = dice.below(supported ? 5 : 4);
        int before = Math.max(0, (int) dice.bell(supported ? 900 : 800, 300));
        double chance = SHARE_EVICTED + .0001 * (before - 800) + .02 * (moves - 2) - (supported ? .09 : 0);
        int arrears = Math.max(0, before + (int) dice.bell(supported ? -60 : 90, 200));
        return new Tenant(
                "T" + (10_000 + number), supported, age, sex, benefit, moves, before, arrears, dice.chance(chance));
    }

    /**
     * Writes {@code cohort.csv}, {@code pool.csv}, {@code followup.csv}, {@code steps.csv}, {@code lists.csv} and {@code
     * districts.csv}.
     *
     * @throws SyntheticException when the sink fails
     */
    public void writeTo(Sink sink) {
        file(sink, "cohort.csv", "person", this::cohort);
        file(sink, "pool.csv", "person,age,sex,benefit,moves,arrears_before,arrears,evicted", this::pool);
        file(sink, "followup.csv", "person,group,days,evicted", this::followUp);
        file(sink, "steps.csv", "person,date,step", this::steps);
        file(sink, "lists.csv", "person,outreach,hostel,hospital", this::lists);
        file(sink, "districts.csv", "district,year,tenants,evicted", this::districts);
    }

    private static void file(Sink sink, String name, String header, Consumer<Consumer<Object>> rows) {
        try (Writer out = new BufferedWriter(new OutputStreamWriter(sink.open(name), StandardCharsets.UTF_8))) {
            StringBuilder text = new StringBuilder(header).append('\n');
            rows.accept(row -> text.append(row).append('\n'));
            out.append(text);
        } catch (IOException trouble) {
            throw new SyntheticException(
                    "The file " + name + " could not be written. Look for space on the disk, then try again.",
                    "SYNTHETIC-WRITE",
                    trouble);
        }
    }

    private void cohort(Consumer<Object> rows) {
        tenants.stream().filter(Tenant::supported).map(Tenant::id).forEach(rows);
    }

    private void pool(Consumer<Object> rows) {
        for (Tenant t : tenants) {
            rows.accept(t.id() + "," + t.age() + "," + t.sex() + "," + t.benefit() + "," + t.moves() + ","
                    + t.arrearsBefore() + "," + t.arrears() + "," + (t.evicted() ? 1 : 0));
        }
    }

    /** The supported, and as many others; some move away and are not seen any more. */
    private void followUp(Consumer<Object> rows) {
        for (int i = 0; i < 2 * SUPPORTED; i++) {
            Tenant t = tenants.get(i);
            Dice dice = Dice.of(seed, 2, i, 0);
            double eviction = -Math.log(1 - dice.fraction()) * (t.supported() ? 2_600 : 1_500);
            double moving = -Math.log(1 - dice.fraction()) * 5_000;
            int days = 1 + (int) Math.min(FOLLOWED_DAYS - 1.0, Math.min(eviction, moving));
            rows.accept(t.id() + "," + (t.supported() ? "supported" : "others") + "," + days + ","
                    + (eviction < moving && eviction < FOLLOWED_DAYS ? 1 : 0));
        }
    }

    private void steps(Consumer<Object> rows) {
        for (int i = 0; i < SUPPORTED; i++) {
            Dice dice = Dice.of(seed, 3, i, 0);
            LocalDate day = FIRST_DAY.plusDays(dice.below(400));
            for (String step : way(dice)) {
                rows.accept(tenants.get(i).id() + "," + day + "," + step);
                day = day.plusDays(1 + dice.below(40));
            }
        }
    }

    private static List<String> way(Dice dice) {
        List<String> way = new ArrayList<>(List.of(dice.chance(.004) ? "referred by court" : "referred"));
        if (dice.chance(.12)) {
            way.add("not reached");
            if (dice.chance(.6)) {
                return way;
            }
        }
        way.add("assessed");
        if (dice.chance(.2)) {
            way.add("closed");
            return way;
        }
        way.add(dice.chance(.7) ? "debt advice" : "mediation");
        if (dice.chance(.25)) {
            way.add(way.getLast().equals("mediation") ? "debt advice" : "mediation");
        }
        way.add("plan agreed");
        if (dice.chance(.015)) {
            way.add("assessed");
            way.add("plan agreed");
        }
        way.add("closed");
        return way;
    }

    /** Outreach and hostels know the same people more often than chance would have it. */
    private void lists(Consumer<Object> rows) {
        for (int i = 0; i < ROUGH_SLEEPERS; i++) {
            Dice dice = Dice.of(seed, 4, i, 0);
            boolean outreach = dice.chance(.45);
            boolean hostel = dice.chance(outreach ? .4 : .22);
            boolean hospital = dice.chance(.3);
            if (outreach || hostel || hospital) {
                rows.accept("R" + (5_000 + i) + "," + (outreach ? 1 : 0) + "," + (hostel ? 1 : 0) + ","
                        + (hospital ? 1 : 0));
            }
        }
    }

    /** The service began in Harbour in 2024. */
    private void districts(Consumer<Object> rows) {
        List<String> districts = List.of("Harbour", "Hill", "Moor");
        for (int d = 0; d < districts.size(); d++) {
            for (int year = 2020; year <= 2025; year++) {
                Dice dice = Dice.of(seed, 5, d, year);
                int people = 2_000 + 300 * d + dice.below(50);
                double share = .055 - .001 * (year - 2020) + .004 * d - (d == 0 && year >= 2024 ? .018 : 0);
                int evicted = 0;
                for (int p = 0; p < people; p++) {
                    evicted += dice.chance(share) ? 1 : 0;
                }
                rows.accept(districts.get(d) + "," + year + "," + people + "," + evicted);
            }
        }
    }
}
