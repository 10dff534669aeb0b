package dev.txscope.cli;

import dev.txscope.cli.Remark.Level;
import dev.txscope.command.ClusterFinding;
import dev.txscope.text.Messages;

import java.util.List;

/// The command `doctor`: what is found, why it matters, what to do.
final class Doctor {
    private final Console console;
    private final Messages messages;
    private final Program program;
    private final Request.Doctor request;

    Doctor(Console console, Program program, Request.Doctor request) {
        this.console = console;
        this.messages = Messages.in(request.language());
        this.program = program;
        this.request = request;
    }

    /// @return the exit code
    int run() throws InterruptedException, UnusableException {
        console.print(messages.get("doctor.here"));
        boolean found = tell(new LocalCheckup(program, request).remarks());
        var cluster = request.cluster();
        if (cluster == null) {
            console.print(messages.get("doctor.nocluster"));
            return verdict(found);
        }
        console.print(messages.get("doctor.cluster", cluster.bootstrap()));
        String topic = request.services().topic();
        var findings = program.examine(cluster, topic);
        found |= tell(new ClusterRemarks(topic, cluster.bootstrap()).of(findings));
        if (findings.stream().anyMatch(ClusterFinding.Away.class::isInstance)) {
            console.print(messages.get("doctor.verdict.nothing"));
            return ExitCode.USAGE;
        }
        return verdict(found);
    }

    private int verdict(boolean found) {
        console.print(messages.get("doctor.verdict." + (found ? "found" : "well")));
        return found ? ExitCode.DIFFERENT : ExitCode.OK;
    }

    /// Whether one of them is a problem.
    private boolean tell(List<Remark> remarks) {
        for (Remark remark : remarks) {
            String text = messages.get("doctor." + remark.key(), remark.arguments().toArray());
            console.print(remark.level().mark() + " " + text);
            if (remark.level() == Level.PROBLEM) {
                String help =
                        messages.get(
                                "doctor." + remark.key() + ".do", remark.arguments().toArray());
                console.print("  → " + help);
            }
        }
        return remarks.stream().anyMatch(r -> r.level() == Level.PROBLEM);
    }
}
