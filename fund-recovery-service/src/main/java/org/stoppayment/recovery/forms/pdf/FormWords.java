package org.stoppayment.recovery.forms.pdf;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.stoppayment.kernel.LegalTerm;
import org.stoppayment.kernel.Money;
import org.stoppayment.recovery.attribution.domain.FlowId;
import org.stoppayment.recovery.attribution.domain.Provenance;
import org.stoppayment.recovery.eligibility.domain.RefundCondition;
import org.stoppayment.recovery.notices.domain.PlanObjection;
import org.stoppayment.recovery.payments.domain.PaymentState;
import org.stoppayment.recovery.plans.domain.RefundMethod;
import org.stoppayment.recovery.rules.domain.ApprovalLevel;

/** Words, moments and sums as forms write them. */
final class FormWords {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.CHINA);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);
    private static final Pattern ITEM = Pattern.compile(" Art\\. ([0-9]+)\\(([0-9]+)\\)");
    private static final Pattern ARTICLE = Pattern.compile(" Art\\. ([0-9]+)");
    private static final String REFUND_RULES = "银监发〔2016〕41号 Art. 8";

    private FormWords() {}

    /** A moment in Asia/Shanghai. */
    static String moment(Instant at) {
        return MOMENT.format(at.atZone(LegalTerm.ZONE));
    }

    /** A day in Asia/Shanghai. */
    static String day(Instant at) {
        return day(LocalDate.ofInstant(at, LegalTerm.ZONE));
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** The day whose end a moment is. */
    static String lastDay(Instant end) {
        return day(end.minusNanos(1));
    }

    /** Yuan with two decimals. */
    static String yuan(long fen) {
        return Money.ofFen(fen).toString();
    }

    /** An article in Chinese; {@code [?]} stays: a lawyer has not confirmed it. */
    static String article(String article) {
        return ARTICLE.matcher(ITEM.matcher(article).replaceAll("第$1条第（$2）项")).replaceAll("第$1条");
    }

    static String method(RefundMethod method) {
        return switch (method) {
            case DIRECT_SINGLE -> "单笔直接返还";
            case DIRECT_TIMESTAMP -> "按时间戳直接返还";
            case PROPORTIONAL -> "按比例返还";
        };
    }

    static String methodArticle(RefundMethod method) {
        return article(
                switch (method) {
                    case DIRECT_SINGLE -> REFUND_RULES + "(1)";
                    case DIRECT_TIMESTAMP -> REFUND_RULES + "(2)";
                    case PROPORTIONAL -> REFUND_RULES + "(3)";
                });
    }

    static String condition(RefundCondition condition) {
        return switch (condition) {
            case FROZEN -> "账户已冻结";
            case CASE_FILED -> "案件已立案";
            case IDENTITY_VERIFIED -> "身份已核实";
            case TRACED -> "资金已溯源";
            case STATEMENT_COMPLETE -> "流水完整";
            case NO_DISPUTE -> "没有权属争议";
            case AGENT_AUTHORISED -> "代理有授权";
            case DEPOSIT_CONFIRMED -> "现金存入已查证";
            case REFUND_ACCOUNT_KNOWN -> "返还账户已确定";
        };
    }

    static String toldBy(FlowId.Source source) {
        return switch (source) {
            case OPENING -> "期初余额";
            case UNTOLD_IN -> "来源未反馈";
            case REPORTED -> "报案";
            case OUT -> "付款方流水";
            case IN -> "收款方流水";
            case UNTOLD_OUT -> "去向未反馈";
            case REFUND -> "返还";
        };
    }

    static String known(Provenance provenance) {
        return provenance.needsStatement() ? "流水不全" : provenance.isUnique() ? "确定" : "按比例";
    }

    static String payment(PaymentState state) {
        return switch (state) {
            case QUEUED -> "待发送";
            case SENDING -> "发送中";
            case ACCEPTED -> "已受理";
            case IN_DOUBT -> "存疑";
            case PAID -> "已付款";
            case DECLINED -> "被拒绝";
            case RETURNED -> "已退汇";
            case MANUAL -> "待人工处理";
        };
    }

    static String level(ApprovalLevel level) {
        return switch (level) {
            case COUNTY -> "县级";
            case CITY -> "设区的市一级以上";
        };
    }

    static String outcome(PlanObjection objection) {
        return objection
                .decision()
                .map(decided -> switch (decided.outcome()) {
                    case UPHELD -> "异议成立";
                    case REJECTED -> "异议不成立";
                    case WITHDRAWN -> "异议人撤回";
                })
                .orElse("尚未决定");
    }
}
