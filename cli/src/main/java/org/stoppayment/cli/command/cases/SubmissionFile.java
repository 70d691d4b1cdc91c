package org.stoppayment.cli.command.cases;

import com.google.protobuf.Message;
import java.time.Duration;
import org.stoppayment.cli.cases.ProtoFile;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.WarningPrinter;
import org.stoppayment.cli.institutions.InstitutionLookup;

/**
 * The file of a report or a supplement. Banks may be given by name. Neither an unknown name nor a bank gateway that does not answer
 * holds a report up: the name is sent as typed, and the person is warned.
 */
final class SubmissionFile {

    /** A gateway that does not answer delays a report by no more than this. */
    private static final Duration NAMES_TIMEOUT = Duration.ofSeconds(1);

    private SubmissionFile() {}

    static <B extends Message.Builder> B read(Context context, ServiceClients clients, String file, B builder) {
        return ProtoFile.read(
                context.workingDirectory(),
                file,
                context.input(),
                builder,
                InstitutionLookup.within(NAMES_TIMEOUT, clients),
                unknown -> WarningPrinter.print(context.console(), unknown));
    }
}
