package org.stoppayment.cli.command.bank;

import org.stoppayment.proto.gateway.v1.TrialFindingCode;
import org.stoppayment.proto.gateway.v1.TrialStep;

/** What is wrong with an answer, in words, with the section of the guide. */
final class FindingTexts {

    private FindingTexts() {}

    static BankText of(TrialStep step, TrialFindingCode code) {
        return switch (code) {
            case TRIAL_FINDING_CODE_NOT_REACHED -> BankText.NOT_REACHED;
            case TRIAL_FINDING_CODE_NO_ANSWER_IN_TIME -> BankText.NO_ANSWER_IN_TIME;
            case TRIAL_FINDING_CODE_CONNECTION_LOST -> BankText.CONNECTION_LOST;
            case TRIAL_FINDING_CODE_SIGNATURE_REFUSED -> BankText.SIGNATURE_REFUSED;
            case TRIAL_FINDING_CODE_TIME_REFUSED -> BankText.TIME_REFUSED;
            case TRIAL_FINDING_CODE_REDIRECT -> BankText.REDIRECT;
            case TRIAL_FINDING_CODE_UNEXPECTED_STATUS -> BankText.UNEXPECTED_STATUS;
            case TRIAL_FINDING_CODE_EMPTY_BODY -> BankText.EMPTY_BODY;
            case TRIAL_FINDING_CODE_NOT_JSON -> BankText.NOT_JSON;
            case TRIAL_FINDING_CODE_TOO_LARGE -> BankText.TOO_LARGE;
            case TRIAL_FINDING_CODE_WRONG_APPLICATION_ID -> BankText.WRONG_APPLICATION_ID;
            case TRIAL_FINDING_CODE_FIELD -> field(step);
            case TRIAL_FINDING_CODE_UNKNOWN_RESULT_CODE -> BankText.UNKNOWN_RESULT_CODE;
            case TRIAL_FINDING_CODE_STOP_TIME -> isOfFreeze(step) ? BankText.FREEZE_TIME : BankText.STOP_TIME;
            case TRIAL_FINDING_CODE_NO_CALLBACK -> BankText.NO_CALLBACK;
            case TRIAL_FINDING_CODE_CALLBACK_REFUSED -> BankText.CALLBACK_REFUSED;
            case TRIAL_FINDING_CODE_ORDER_NOT_KNOWN -> BankText.ORDER_NOT_KNOWN;
            case TRIAL_FINDING_CODE_OTHER_ANSWER -> BankText.OTHER_ANSWER;
            case TRIAL_FINDING_CODE_CALL_LIMIT -> BankText.CALL_LIMIT;
            case TRIAL_FINDING_CODE_NOT_STOPPED -> BankText.NOT_STOPPED;
            case TRIAL_FINDING_CODE_NOT_CARRIED_OUT -> notCarriedOut(step);
            case TRIAL_FINDING_CODE_NOT_FROZEN -> BankText.NOT_FROZEN;
            case TRIAL_FINDING_CODE_QUERY_NOT_ANSWERED -> BankText.QUERY_NOT_ANSWERED;
            case TRIAL_FINDING_CODE_UNSPECIFIED, UNRECOGNIZED -> BankText.NEW_FINDING;
        };
    }

    private static BankText field(TrialStep step) {
        if (step == TrialStep.TRIAL_STEP_QUERY) {
            return BankText.FIELD_OF_QUERY;
        }
        if (step == TrialStep.TRIAL_STEP_REFUND) {
            return BankText.FIELD_OF_REFUND;
        }
        return isOfFreeze(step) ? BankText.FIELD_OF_FREEZE : BankText.FIELD;
    }

    private static BankText notCarriedOut(TrialStep step) {
        if (step == TrialStep.TRIAL_STEP_REFUND) {
            return BankText.NOT_REFUNDED;
        }
        return isOfFreeze(step) ? BankText.NOT_CARRIED_OUT_OF_FREEZE : BankText.NOT_CARRIED_OUT;
    }

    private static boolean isOfFreeze(TrialStep step) {
        return switch (step) {
            case TRIAL_STEP_FREEZE, TRIAL_STEP_FREEZE_RENEWAL, TRIAL_STEP_FREEZE_CHANGE, TRIAL_STEP_FREEZE_LIFT -> true;
            default -> false;
        };
    }
}
