package org.stoppayment.recovery.notices.domain;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.stoppayment.kernel.Masking;
import org.stoppayment.kernel.Money;
import org.stoppayment.kernel.Officer;
import org.stoppayment.recovery.plans.domain.PlannedAccount;
import org.stoppayment.recovery.plans.domain.RefundMethod;
import org.stoppayment.recovery.plans.domain.RefundPlan;

/** The text of a public notice. It names no victim, and no account in full. */
final class NoticeText {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);

    private NoticeText() {}

    static String of(RefundPlan plan, NoticePeriod period, LocalDate publishedOn, Officer publisher) {
        String accounts = plan.accounts().stream()
                .filter(account -> account.method() == RefundMethod.PROPORTIONAL)
                .map(NoticeText::account)
                .collect(Collectors.joining("\n"));
        return """
                冻结资金按比例返还公告

                根据《电信网络新型违法犯罪案件冻结资金返还若干规定》（银监发〔2016〕41号）第八条，现将下列冻结账户的资金返还方案予以公告：

                %s

                公告期自%s起至%s止。被害人及其他利害关系人对上述方案有异议的，或者认为自己也是被害人的，请在公告期内向%s提出，
                并提交身份证明及有关证据。公告期满且异议均已作出决定的，按方案返还；剩余资金继续冻结至原定期限。

                方案编号：%s
                %s
                %s
                """.formatted(
                        accounts,
                        DAY.format(period.firstDay()),
                        DAY.format(period.lastDay()),
                        publisher.organisation(),
                        plan.id(),
                        publisher.organisation(),
                        DAY.format(publishedOn));
    }

    private static String account(PlannedAccount account) {
        long claims = account.payouts().stream()
                .filter(each -> each.payout().claim().fen() > 0)
                .count();
        return "账户 %s（%s）：冻结 %s 元，被害人 %d 人，返还请求额合计 %s 元，拟返还 %s 元，剩余冻结金额 %s 元。"
                .formatted(
                        Masking.mask(account.shares().account().number()),
                        account.shares().account().institutionCode(),
                        Money.ofFen(account.held().heldFen()),
                        claims,
                        Money.ofFen(account.payouts().stream()
                                .mapToLong(each -> each.payout().claim().fen())
                                .reduce(0, Math::addExact)),
                        Money.ofFen(account.paidFen()),
                        Money.ofFen(account.residualFen()));
    }
}
