package dev.txscope.bench;

import java.util.Arrays;
import java.util.Collection;

/// Measured values of one kind, in one unit.
final class Samples {
    private final double[] sorted;

    private Samples(double[] sorted) {
        this.sorted = sorted;
    }

    static Samples of(Collection<? extends Number> values) {
        return of(values.stream().mapToDouble(Number::doubleValue).toArray());
    }

    static Samples of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Samples(sorted);
    }

    /// The same in another unit.
    Samples dividedBy(double unit) {
        return of(Arrays.stream(sorted).map(v -> v / unit).toArray());
    }

    int count() {
        return sorted.length;
    }

    double median() {
        return at(0.5);
    }

    /// The 99th percentile; with fewer than 100 values, the worst.
    double p99() {
        return at(0.99);
    }

    /// Of no values, none.
    private double at(double part) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.ceil(part * sorted.length) - 1];
    }
}
