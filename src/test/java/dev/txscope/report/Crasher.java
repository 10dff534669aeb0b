package dev.txscope.report;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/// A program whose virtual machine crashes with a record at hand, which is its argument.
final class Crasher {
    /// Compiled code has what it works with in registers.
    private static final int UNTIL_COMPILED = 100_000;

    private Crasher() {}

    @SuppressWarnings("restricted") // It is meant to crash.
    public static void main(String[] arguments) {
        byte[] value = arguments[0].getBytes(StandardCharsets.UTF_8);
        var memory = MemorySegment.ofArray(new byte[value.length]);
        for (int i = 0; i < UNTIL_COMPILED; i++) {
            write(value, memory);
        }
        write(value, MemorySegment.ofAddress(8).reinterpret(value.length));
    }

    private static void write(byte[] value, MemorySegment memory) {
        for (int i = 0; i < value.length; i++) {
            memory.set(ValueLayout.JAVA_BYTE, i, value[i]);
        }
    }
}
