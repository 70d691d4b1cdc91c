package org.stoppayment.cli.command.refund.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stoppayment.cli.command.refund.explain.ExplainedPlan;
import org.stoppayment.cli.command.refund.explain.Owners;
import org.stoppayment.cli.fake.FakePayments;
import org.stoppayment.cli.fake.RefundSamples;
import org.stoppayment.cli.output.Console;
import org.stoppayment.cli.text.Language;
import org.stoppayment.cli.text.Texts;
import org.stoppayment.proto.common.v1.Account;
import org.stoppayment.proto.common.v1.Operator;
import org.stoppayment.proto.recovery.v1.AccountRefund;
import org.stoppayment.proto.recovery.v1.Flow;
import org.stoppayment.proto.recovery.v1.RefundPlan;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A plan as a page. */
class RefundPageTest {

    private static final Console ENGLISH = console(Language.EN);
    private static final Console CHINESE = console(Language.ZH);

    private static Console console(Language language) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        return new Console(nowhere, nowhere, false, 0, new Texts(language, Texts.DEFAULT_ZONE));
    }

    private static String page(Console console, RefundPlan plan) {
        return RefundPage.of(console, ExplainedPlan.of(plan));
    }

    static Stream<RefundPlan> plans() {
        return Stream.of(
                RefundSamples.sharedMule(),
                RefundSamples.returnFlow(),
                RefundSamples.lessHeldThanClaimed(),
                RefundSamples.single(),
                RefundSamples.timestamp(),
                RefundSamples.incomplete(),
                RefundSamples.plan());
    }

    private static Document parsed(String page) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Element> elements(Document page, String name) {
        NodeList found = page.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("plans")
    void pageIsWellFormedAndFetchesNothing(RefundPlan plan) throws Exception {
        for (Console console : List.of(ENGLISH, CHINESE)) {
            String page = page(console, plan);

            assertThat(page)
                    .doesNotContain("http:", "https:", "src=", "href=", "url(", "@import", "<script")
                    .contains("prefers-color-scheme: dark");
            assertThat(elements(parsed(page), "article")).hasSize(plan.getAccountsCount());
        }
    }

    @Test
    void pageHasTheContentOfTheExplanationInItsLanguage() throws Exception {
        String english = page(ENGLISH, RefundSamples.lessHeldThanClaimed());
        String chinese = page(CHINESE, RefundSamples.lessHeldThanClaimed());

        assertThat(english)
                .contains("<html lang=\"en\">", "one fen more: pay = 15,151.52", "PROPORTIONAL")
                .contains("100,000.00 x 25,000.00 / 165,000.00 = 15,151.51 and 0.5151 fen");
        assertThat(chinese).contains("<html lang=\"zh\">", "资金流向表", "按比例返还", "补 1 分，返还 15,151.52", "第 8 条第（3）项");
        assertThat(parsed(chinese).getDocumentElement().getTextContent()).contains("林某某");
    }

    @Test
    void scriptInAVictimsNameIsText() throws Exception {
        AccountRefund account = RefundSamples.single().getAccounts(0);
        String hostile = "<script>alert('x')</script>\"&";
        String page = page(
                ENGLISH,
                RefundSamples.plan(account.toBuilder()
                        .setPayouts(0, account.getPayouts(0).toBuilder().setVictimName(hostile))
                        .setFlows(0, account.getFlows(0).toBuilder().setSerial(hostile))
                        .setFlows(
                                1,
                                account.getFlows(1).toBuilder()
                                        .setPayee(Account.newBuilder().setNumber(hostile)))
                        .build()));

        assertThat(page)
                .doesNotContain("<script")
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&amp;");
        assertThat(parsed(page).getDocumentElement().getTextContent()).contains(hostile);
    }

    @Test
    void pictureAndTablesCanBeReadWithoutSeeingThem() throws Exception {
        Document page = parsed(page(ENGLISH, RefundSamples.returnFlow()));

        Element picture = elements(page, "svg").get(0);
        List<String> names = List.of(picture.getAttribute("aria-labelledby").split(" "));
        assertThat(names).containsExactly("picture-1-title", "picture-1-desc");
        assertThat(elements(page, "title"))
                .extracting(each -> each.getAttribute("id"))
                .contains(names.get(0));
        assertThat(elements(page, "desc"))
                .extracting(each -> each.getAttribute("id"))
                .contains(names.get(1));
        assertThat(elements(page, "g")).hasSize(5).allSatisfy(line -> {
            assertThat(line.getAttribute("tabindex")).isEqualTo("0");
            assertThat(line.getAttribute("aria-label")).contains("→", "whose: ");
        });
        assertThat(elements(page, "table")).hasSizeGreaterThan(3).allSatisfy(table -> {
            assertThat(table.getElementsByTagName("caption").getLength()).isEqualTo(1);
            assertThat(((Element) table.getParentNode()).getAttribute("tabindex"))
                    .isEqualTo("0");
        });
        assertThat(elements(page, "th"))
                .allSatisfy(cell -> assertThat(cell.getAttribute("scope")).isIn("col", "row"));
    }

    @Test
    void moneyThatComesBackEndsInABoxOfItsOwn() {
        FlowChart chart = chart(RefundSamples.returnFlow());

        assertThat(chart.boxes())
                .extracting(FlowChart.Box::name)
                .containsExactlyInAnyOrder(
                        "victim V1",
                        "victim V2",
                        "6222020000000000018",
                        "6222020000000000026",
                        "6222020000000000034",
                        "back to 6222020000000000018");
        assertThat(chart.lines())
                .filteredOn(FlowChart.Line::isReturn)
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.name()).startsWith("6222020000000000026 → back to 6222020000000000018: 40.00");
                });
        assertThat(chart.legend()).extracting(FlowChart.Mark::style).containsExactly("v0", "v1", "mixed", "return");
    }

    @Test
    void widthsFollowTheSums() {
        FlowChart chart = chart(RefundSamples.sharedMule());

        // 120,000 of all victims are 280 units: 60,000 are 140, 30,000 are 70, 20,000 are 47.
        assertThat(chart.lines()).extracting(FlowChart.Line::width).containsExactly(140, 70, 70, 47);
        assertThat(chart.lines()).extracting(FlowChart.Line::style).containsExactly("v0", "v1", "v2", "mixed");
    }

    @Test
    void boxesOfAColumnDoNotOverlapAndAreInsideThePicture() {
        FlowChart chart = chart(RefundSamples.returnFlow());

        for (FlowChart.Box one : chart.boxes()) {
            assertThat(one.y() + one.height()).isLessThanOrEqualTo(chart.height());
            assertThat(one.x() + one.width()).isLessThanOrEqualTo(chart.width());
            assertThat(chart.boxes())
                    .filteredOn(other -> !other.equals(one) && other.x() == one.x())
                    .allMatch(other -> other.y() >= one.y() + one.height() || other.y() + other.height() <= one.y());
        }
    }

    @Test
    void pictureOfManyBookingsHasTheLargest() {
        List<Flow> flows = new ArrayList<>();
        for (int i = 1; i <= FlowChart.MAX_LINES + 50; i++) {
            flows.add(RefundSamples.single().getAccounts(0).getFlows(1).toBuilder()
                    .setAmountFen(i)
                    .setPayee(Account.newBuilder().setNumber("account " + i))
                    .build());
        }
        RefundPlan plan = RefundSamples.plan(RefundSamples.single().getAccounts(0).toBuilder()
                .clearFlows()
                .addAllFlows(flows)
                .build());

        FlowChart chart = chart(plan);

        assertThat(chart.lines()).hasSize(FlowChart.MAX_LINES);
        assertThat(chart.description()).contains("the 150 largest of 200 lines");
        assertThat(page(ENGLISH, plan)).contains(">account 1<");
    }

    private static FlowChart chart(RefundPlan plan) {
        return FlowChart.of(ENGLISH, Owners.of(ENGLISH, plan), plan.getAccounts(0));
    }

    @Test
    void approvalAndPaymentsAreOnThePage() throws Exception {
        ExplainedPlan paid = new ExplainedPlan(
                RefundSamples.single(),
                Optional.of(FakePayments.submitted(
                                RefundSamples.PLAN,
                                Operator.newBuilder()
                                        .setOrganisation("<police>")
                                        .build())
                        .build()),
                List.of(FakePayments.paid().build()));

        String page = RefundPage.of(CHINESE, paid);

        assertThat(page).contains("<h2>审批</h2>", "<h2>返还付款</h2>", "&lt;police&gt;", "R-1", "50,000.00");
        assertThat(elements(parsed(page), "table")).hasSizeGreaterThan(4);
        assertThat(page(CHINESE, RefundSamples.single())).doesNotContain("返还付款");
    }
}
