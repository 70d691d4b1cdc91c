package org.stoppayment.cli.command.bank;

import picocli.CommandLine.Command;

/** Connects institutions to the running suite, and tries them. */
@Command(
        name = "bank",
        mixinStandardHelpOptions = true,
        description = {
            "Connects institutions to the running suite, and tries them.",
            "The guide for the bank's engineer is docs/bank/README.md."
        },
        subcommands = {BankAddCommand.class, BankSecretCommand.class, BankTryCommand.class, BankMagicCommand.class})
public final class BankCommand {}
