package org.stoppayment.cli.command.query;

import picocli.CommandLine.Command;

/** Queries about the accounts of a case. */
@Command(
        name = "query",
        mixinStandardHelpOptions = true,
        description = {
            "Asks institutions about accounts of a case (即时查询), or watches them (动态查询).",
            "A query holds nothing and needs no filing. What an institution tells of money that left the account is",
            "traced at once, and the accounts that it went to are stopped."
        },
        subcommands = {
            HolderCommand.class,
            BalanceCommand.class,
            TransactionsCommand.class,
            AccountsCommand.class,
            WatchAccountCommand.class,
            EndCommand.class,
            ListQueriesCommand.class,
            ShowCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  export STOPPAY_ORGANISATION='Shanghai police' STOPPAY_BADGE=100234",
            "  stoppay query transactions CASE ICBC 6222020000000000018",
            "  stoppay query watch CASE ICBC 6222020000000000018 --until 7d",
            "  stoppay query list CASE",
            "  stoppay query show ID"
        })
public final class QueryCommand {

    private QueryCommand() {}
}
