package org.stoppayment.cli.command;

/** What the explanation of the shared mule's plan says, read beside the hand calculation. */
final class RefundTexts {

    static final String SHARED_MULE = """
            plan      0193a000-0000-7000-8000-0000000000f1  DRAFT
            made      2026-03-03T17:00:00+08:00 by the suite itself
            digest    d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1
            V1        ***(3), case 0193a000-0000-7000-8000-0000000000c1
            V2        ***(3), case 0193a000-0000-7000-8000-0000000000c2
            V3        ***(3), case 0193a000-0000-7000-8000-0000000000c3

            account 1 of 1: 6222020000000000018 at 102100099996 工行

            Whose money it is
            balance 100,000.00 at 2026-03-03T16:16:40+08:00
            OWNER      SHARE
            V1     50,000.00
            V2     25,000.00
            V3     25,000.00

            What holds it
            F, what may be divided, is what freezes hold: 100,000.00
            HOLD                                  KIND          HELD
              UNTIL                      CASE
            0193a000-0000-7000-8000-0000000000b1  FREEZE  100,000.00
              2096-10-02T15:06:40+08:00  0193a000-0000-7000-8000-0000000000c1

            How the money came
            NO.  TIME                       FROM                 TO
                    SUM  WHOSE                                     KNOWN
              TOLD BY
              1  2026-03-03T16:00:00+08:00  victim V1            6222020000000000018
              60,000.00  V1                                        certain
              REPORTED S0
              2  2026-03-03T16:01:00+08:00  victim V2            6222020000000000018
              30,000.00  V2                                        certain
              REPORTED S60
              3  2026-03-03T16:02:00+08:00  victim V3            6222020000000000018
              30,000.00  V3                                        certain
              REPORTED S120
              4  2026-03-03T16:03:00+08:00  6222020000000000018  elsewhere
              20,000.00  V1 10,000.00 + V2 5,000.00 + V3 5,000.00  in proportion
              OUT S180

            Method, and why
            PROPORTIONAL, 银监发〔2016〕41号 Art. 8(3)
            Not directly: first in, first out and last in, first out do not leave the same
              of each inflow. Nobody can say whose money left.
            So it is divided in proportion to the claims, after a public notice of 30 days.
            What is left of each inflow of 6222020000000000018 after no. 4
            NO.        SUM  FIRST IN, FIRST OUT  LAST IN, FIRST OUT
              1  60,000.00            40,000.00           60,000.00
              2  30,000.00            30,000.00           30,000.00
              3  30,000.00            30,000.00           10,000.00

            What each victim gets
            V1: claim = min(share, loss - restored) = min(50,000.00, 60,000.00 - 0.00) =
              50,000.00
            V2: claim = min(share, loss - restored) = min(25,000.00, 30,000.00 - 0.00) =
              25,000.00
            V3: claim = min(share, loss - restored) = min(25,000.00, 30,000.00 - 0.00) =
              25,000.00
            P = min(F, C) = min(100,000.00, 100,000.00) = 100,000.00; C is the sum of the
              claims
            V1: pay = claim = 50,000.00
            V2: pay = claim = 25,000.00
            V3: pay = claim = 25,000.00

            Conditions
            meets all conditions: V1
            DOES NOT YET: V2, V3
            CONDITION          ARTICLE                    MET BY      MISSING OF
            FROZEN             银监发〔2016〕41号 Art. 2  V1, V2, V3  -
            CASE_FILED         银监发〔2016〕41号 Art. 3  V1, V2, V3  -
            IDENTITY_VERIFIED  银监发〔2016〕41号 Art. 4  V1          V2, V3

            What stays frozen
            F - paid = 100,000.00 - 100,000.00 = 0.00: nothing

            in all: held 100,000.00, paid 100,000.00, stays frozen 0.00
            """;

    static final String SHARED_MULE_ZH = """
            方案    0193a000-0000-7000-8000-0000000000f1  草案
            制作    2026-03-03T17:00:00+08:00，系统自动
            摘要    d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1
            V1      受害人 ***(3)，案件 0193a000-0000-7000-8000-0000000000c1
            V2      受害人 ***(3)，案件 0193a000-0000-7000-8000-0000000000c2
            V3      受害人 ***(3)，案件 0193a000-0000-7000-8000-0000000000c3

            账户 1/1：6222020000000000018，102100099996 工行

            资金权属
            余额 100,000.00，截至 2026-03-03T16:16:40+08:00
            所有人       份额
            V1      50,000.00
            V2      25,000.00
            V3      25,000.00

            控制措施
            F（可返还金额）为冻结金额：100,000.00
            申请编号                              措施    控制金额
              到期                       案件
            0193a000-0000-7000-8000-0000000000b1  冻结  100,000.00
              2096-10-02T15:06:40+08:00  0193a000-0000-7000-8000-0000000000c1

            资金流向表
            序号  时间                       付款方               收款方
                   金额  属于                                      认定    来源
               1  2026-03-03T16:00:00+08:00  受害人 V1            6222020000000000018
              60,000.00  V1                                        确定    报案 S0
               2  2026-03-03T16:01:00+08:00  受害人 V2            6222020000000000018
              30,000.00  V2                                        确定    报案 S60
               3  2026-03-03T16:02:00+08:00  受害人 V3            6222020000000000018
              30,000.00  V3                                        确定    报案 S120
               4  2026-03-03T16:03:00+08:00  6222020000000000018  其他去处
              20,000.00  V1 10,000.00 + V2 5,000.00 + V3 5,000.00  按比例  付款方流水 S180

            返还方式及理由
            按比例返还，依据银监发〔2016〕41号第 8 条第（3）项
            不能直接返还：先进先出与后进先出，各笔转入的剩余不同，无法判定转出的是谁的资金。
            因此按各受害人的主张比例返还，须先公告 30 日。
            账户 6222020000000000018 在第 4 笔之后各笔转入的剩余
            序号       金额   先进先出   后进先出
               1  60,000.00  40,000.00  60,000.00
               2  30,000.00  30,000.00  30,000.00
               3  30,000.00  30,000.00  10,000.00

            各受害人返还金额
            V1：主张 = min(份额, 损失 - 已追回) = min(50,000.00, 60,000.00 - 0.00) =
              50,000.00
            V2：主张 = min(份额, 损失 - 已追回) = min(25,000.00, 30,000.00 - 0.00) =
              25,000.00
            V3：主张 = min(份额, 损失 - 已追回) = min(25,000.00, 30,000.00 - 0.00) =
              25,000.00
            P = min(F, C) = min(100,000.00, 100,000.00) = 100,000.00；C 为各主张之和
            V1：返还 = 主张 = 50,000.00
            V2：返还 = 主张 = 25,000.00
            V3：返还 = 主张 = 25,000.00

            返还条件
            条件齐备：V1
            条件不齐：V2, V3
            条件        依据                       已满足      未满足
            账户已冻结  银监发〔2016〕41号第 2 条  V1, V2, V3  -
            案件已立案  银监发〔2016〕41号第 3 条  V1, V2, V3  -
            身份已核实  银监发〔2016〕41号第 4 条  V1          V2, V3

            剩余资金
            F - 返还 = 100,000.00 - 100,000.00 = 0.00：无剩余

            合计：已控制 100,000.00，返还 100,000.00，继续冻结 0.00
            """;

    private RefundTexts() {}
}
