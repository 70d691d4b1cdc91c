package org.stoppayment.cli.command.victim.status;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.cli.files.ReportFile;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.output.Json;
import org.stoppayment.cli.text.Language;
import org.stoppayment.cli.text.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a victim may be told. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = {
            "Shows what a victim may be told about the own case, in plain words.",
            "What happened, what is stopped and frozen until when, what is planned, what is needed of whom, and what was",
            "paid. To read out on the telephone; --html writes a page to print. Accounts are named by bank and last four",
            "digits. Nothing of other victims or of holders is in it."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  stoppay victim status CASE", "  stoppay victim status CASE --unmasked --html status.html"})
public final class StatusCommand extends ServiceCommandBase {

    @Parameters(paramLabel = "CASE", description = "UUID of the case.")
    private String caseId = "";

    @Option(
            names = "--html",
            paramLabel = "FILE.html",
            description = "Also write it as a page, in Chinese and in English, in one file.")
    private @Nullable Path html;

    StatusCommand(Context context) {
        super(context);
    }

    @Override
    protected int ask(ServiceClients clients) {
        Optional<ReportFile> file = Optional.ofNullable(html)
                .map(context().workingDirectory()::resolve)
                .map(ReportFile::at);
        VictimFacts facts = new FactsReader(clients, caseId).read().visible(output());
        VictimStatus status = in(console(), facts);
        if (output().json()) {
            console().print(Json.of(status));
        } else {
            print(status);
        }
        file.ifPresent(page -> {
            page.write(StatusPage.of(in(speaking(Language.ZH), facts), in(speaking(Language.EN), facts)));
            console().progress(console().text(StatusText.PAGE_WRITTEN, page.path()));
        });
        return ExitCode.OK;
    }

    private Console speaking(Language language) {
        return console().in(new Texts(language, console().texts().zone()));
    }

    private VictimStatus in(Console console, VictimFacts facts) {
        return new StatusWriter(console, facts).write(context().clock().instant());
    }

    private void print(VictimStatus status) {
        console().print(console().toned(Tone.STRONG, status.title()));
        status.head().forEach(this::line);
        for (VictimStatus.Section section : status.sections()) {
            console().print("");
            console().print(console().toned(Tone.STRONG, section.title()));
            section.lines().forEach(this::line);
        }
    }

    private void line(String text) {
        console().print(console().fitted(text));
    }
}
