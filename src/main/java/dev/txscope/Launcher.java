package dev.txscope;

public final class Launcher {
    private Launcher() {}

    public static void main(String[] args) {
        System.out.println("hi " + String.join("|", args) + Runtime.version());
    }
}
