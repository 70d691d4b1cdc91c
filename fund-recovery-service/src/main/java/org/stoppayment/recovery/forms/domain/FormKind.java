package org.stoppayment.recovery.forms.domain;

/** What a form of the return of money is for. In the order of work. */
public enum FormKind {
    /** A victim asks for the money; one for each victim. */
    APPLICATION("返还申请表"),
    /** How the money came to the accounts. */
    FLOW_TABLE("资金流向表"),
    /** An officer asks for the approval. */
    REPORT("呈请返还资金报告书"),
    /** The decision that is signed. Its digest goes with the approval. */
    DECISION("返还决定书"),
    /** Asks an institution to pay; one for each institution that holds a freeze. */
    BANK_NOTICE("协助返还通知书");

    private final String title;

    FormKind(String title) {
        this.title = title;
    }

    /** Its name, as it stands on the form. */
    public String title() {
        return title;
    }
}
