package org.stoppayment.cli.command.refund.explain;

import java.util.regex.Pattern;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.text.Language;
import org.stoppayment.proto.recovery.v1.RefundMethod;

/** Articles of regulations, as each language cites them. */
final class Articles {

    private static final Pattern ITEM = Pattern.compile(" ?Art\\. ([0-9]+)\\(([0-9]+)\\)");
    private static final String REFUND_RULES = "银监发〔2016〕41号 Art. 8";

    private Articles() {}

    /** An article of the contract. */
    static String cited(Console console, String article) {
        return console.vocabulary()
                .article(
                        console.texts().language() == Language.ZH
                                ? ITEM.matcher(article).replaceAll("第 $1 条第（$2）项")
                                : article);
    }

    /** The article that a method comes from. */
    static String of(Console console, RefundMethod method) {
        return cited(
                console,
                switch (method) {
                    case REFUND_METHOD_DIRECT_SINGLE -> REFUND_RULES + "(1)";
                    case REFUND_METHOD_DIRECT_TIMESTAMP -> REFUND_RULES + "(2)";
                    case REFUND_METHOD_PROPORTIONAL -> REFUND_RULES + "(3)";
                    default -> REFUND_RULES;
                });
    }
}
