package org.stoppayment.cli.command;

import java.util.concurrent.Callable;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.output.ExitCode;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a script that completes commands and options in a shell. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = {
            "Prints a script with which a shell completes commands and options.",
            "The shell must find stoppay on its path, or by an alias of that name."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  source <(stoppay completion bash)     in ~/.bashrc",
            "  source <(stoppay completion zsh)      in ~/.zshrc"
        })
final class CompletionCommand implements Callable<Integer> {

    /** Shells; one script serves both. */
    enum Shell {
        BASH,
        ZSH
    }

    private final Context context;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
    private Shell shell = Shell.BASH;

    CompletionCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        context.console()
                .write(AutoComplete.bash(spec.root().name(), spec.root().commandLine()));
        return ExitCode.OK;
    }
}
