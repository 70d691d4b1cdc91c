package org.stoppayment.cli.command.victim;

import com.google.protobuf.Message;
import java.nio.file.Path;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.DocumentDigest;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.proto.recovery.v1.Victim;

/** A command that shows a victim, as it is afterwards. */
abstract class VictimCommandBase extends ServiceCommandBase {

    VictimCommandBase(Context context) {
        super(context);
    }

    /** Prints the victim of an answer, and where the plans of the case are. */
    int showVictim(Message answer, Victim victim) {
        return show(answer, () -> {
            new VictimView(console()).print((Victim) output().visible(victim));
            console().progress(console().text(VictimText.SEE_PLANS, victim.getCaseId()));
        });
    }

    /** SHA-256 of a file that an option names. */
    String digest(String option, Path file) {
        return DocumentDigest.of(option, context().workingDirectory().resolve(file));
    }
}
