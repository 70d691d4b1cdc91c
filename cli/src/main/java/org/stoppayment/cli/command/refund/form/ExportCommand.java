package org.stoppayment.cli.command.refund.form;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.stoppayment.cli.client.ServiceClients;
import org.stoppayment.cli.command.common.ActingOfficerOption;
import org.stoppayment.cli.command.common.Context;
import org.stoppayment.cli.command.common.ServiceCommandBase;
import org.stoppayment.cli.command.common.TypedValue;
import org.stoppayment.cli.files.PrivateFile;
import org.stoppayment.cli.output.CliException;
import org.stoppayment.cli.output.Console.Tone;
import org.stoppayment.cli.output.ExitCode;
import org.stoppayment.cli.output.Json;
import org.stoppayment.cli.output.Table;
import org.stoppayment.cli.text.Vocabulary;
import org.stoppayment.proto.recovery.v1.GetRefundApprovalRequest;
import org.stoppayment.proto.recovery.v1.ListRefundFormsRequest;
import org.stoppayment.proto.recovery.v1.MakeRefundFormRequest;
import org.stoppayment.proto.recovery.v1.RefundApproval;
import org.stoppayment.proto.recovery.v1.RefundApprovalState;
import org.stoppayment.proto.recovery.v1.RefundFormKind;
import org.stoppayment.proto.recovery.v1.RefundFormName;
import org.stoppayment.proto.recovery.v1.RefundFormOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes forms of a plan to files. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes forms of a plan (返还文书) as PDF files.",
            "They are in Chinese: all that can be made now, or those that you name.",
            "application (返还申请表) and flow_table (资金流向表): of any plan that stands.",
            "report (呈请返还资金报告书): of any plan that stands. decision (返还决定书): once it is submitted.",
            "bank_notice (协助返还通知书): once its payments are ordered, until they have ended.",
            "The files have names and account numbers in full. Only you can read them; mind where you put them.",
            "The same form is the same file until what it says changes; its digest is that of the decision for approve."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoppay refund export PLAN --to forms",
            "  stoppay refund export PLAN --form decision --form flow_table --to forms",
            "  stoppay refund export PLAN --form application --case CASE --to forms"
        })
public final class ExportCommand extends ServiceCommandBase {

    @Parameters(paramLabel = "PLAN", description = "Id of the plan.")
    private String planId = "";

    @Option(
            names = "--form",
            paramLabel = "KIND",
            description =
                    "application, flow_table, report, decision or bank_notice; may be repeated. Default: all that can be made.")
    private List<String> kinds = new ArrayList<>();

    @Option(
            names = "--case",
            paramLabel = "CASE",
            defaultValue = "",
            description = "Of the applications, only that of the victim of this case.")
    private String caseId = "";

    @Option(
            names = "--to",
            required = true,
            paramLabel = "DIRECTORY",
            description = "Where the files are written, in a directory for the plan. It is made if it is not there.")
    private Path directory = Path.of("");

    @Mixin
    private ActingOfficerOption officer = new ActingOfficerOption();

    ExportCommand(Context context) {
        super(context);
    }

    /**
     * A file that was written.
     *
     * @param file its path
     * @param kind of the form
     * @param caseId of an application, else empty
     * @param institutionCode of a notice to an institution, else empty
     * @param version of the form
     * @param pages of the file
     * @param missingCharacters that no font has
     * @param digest SHA-256 of the file
     */
    record Exported(
            String file,
            String kind,
            String caseId,
            String institutionCode,
            int version,
            int pages,
            int missingCharacters,
            String digest) {

        boolean isDecision() {
            return kind.equals(Vocabulary.shortName(RefundFormKind.REFUND_FORM_KIND_DECISION));
        }
    }

    @Override
    protected void check() {
        kinds.forEach(kind -> TypedValue.value("--form", kind, RefundFormKind.values()));
    }

    @Override
    protected int ask(ServiceClients clients) {
        List<RefundFormName> chosen = chosen(clients);
        if (chosen.isEmpty()) {
            throw CliException.refused(FormText.NOTHING_TO_EXPORT, planId);
        }
        Path target = PrivateFile.directory(
                context().workingDirectory().resolve(directory).resolve(planId));
        List<Exported> all = new ArrayList<>();
        for (RefundFormName name : chosen) {
            all.add(export(clients, name, target));
        }
        if (output().json()) {
            console().print(Json.of(all));
        } else {
            show(all, target);
        }
        all.stream().filter(Exported::isDecision).forEach(decision -> warnUnlessApproved(clients, decision));
        return ExitCode.OK;
    }

    /** Whoever signs another file than the one whose digest the approval names has signed something that nobody approved. */
    private void warnUnlessApproved(ServiceClients clients, Exported decision) {
        RefundApproval approval = clients.approvals()
                .getRefundApproval(
                        GetRefundApprovalRequest.newBuilder().setPlanId(planId).build())
                .getApproval(); // a decision is made of plans that were submitted
        if (approval.getState() == RefundApprovalState.REFUND_APPROVAL_STATE_APPROVED
                && !approval.getDocumentDigest().equals(decision.digest())) {
            String warning = console()
                    .text(
                            FormText.NOT_THE_APPROVED,
                            String.valueOf(Path.of(decision.file()).getFileName()),
                            approval.getDocumentDigest());
            console().progress(console().toned(Tone.WARNING, warning));
        }
    }

    /** Those that were named, whether or not they can be made: the service says why not. */
    private List<RefundFormName> chosen(ServiceClients clients) {
        List<RefundFormKind> named = kinds.stream()
                .map(kind -> TypedValue.value("--form", kind, RefundFormKind.values()))
                .toList();
        List<RefundFormOption> options = clients.forms()
                .listRefundForms(
                        ListRefundFormsRequest.newBuilder().setPlanId(planId).build())
                .getOptionsList();
        requireCaseOf(options);
        return options.stream()
                .filter(option -> named.isEmpty()
                        ? option.getRefusal().isEmpty()
                        : named.contains(option.getName().getKind()))
                .map(RefundFormOption::getName)
                .filter(name -> caseId.isEmpty()
                        || name.getCaseId().isEmpty()
                        || name.getCaseId().equals(caseId))
                .toList();
    }

    private void requireCaseOf(List<RefundFormOption> options) {
        if (!caseId.isEmpty()
                && options.stream()
                        .noneMatch(option -> option.getName().getCaseId().equals(caseId))) {
            throw CliException.usage(FormText.NO_SUCH_CASE, caseId, planId);
        }
    }

    private Exported export(ServiceClients clients, RefundFormName name, Path target) {
        ReceivedForm received = ReceivedForm.of(clients.forms()
                .makeRefundForm(MakeRefundFormRequest.newBuilder()
                        .setPlanId(planId)
                        .setName(name)
                        .setOperator(officer.operator())
                        .build()));
        Path file = target.resolve(received.fileName());
        PrivateFile.write(file, received.content()::writeTo);
        return new Exported(
                file.toString(),
                Vocabulary.shortName(name.getKind()),
                name.getCaseId(),
                name.getInstitutionCode(),
                received.form().getVersion(),
                received.form().getPages(),
                received.form().getMissingCharacters(),
                received.form().getDigest());
    }

    private void show(List<Exported> all, Path target) {
        Table files = new Table(
                console().text(FormText.FILE),
                console().text(FormText.PAGES),
                console().text(FormText.DIGEST));
        for (Exported each : all) {
            files.row(
                    target.relativize(Path.of(each.file())).toString(), Integer.toString(each.pages()), each.digest());
        }
        console().print(files.render(console()));
        console().progress(console().text(FormText.WRITTEN, target));
        for (Exported each : all) {
            if (each.missingCharacters() > 0) {
                String warning = console()
                        .text(
                                FormText.MISSING_CHARACTERS,
                                target.relativize(Path.of(each.file())),
                                each.missingCharacters());
                console().progress(console().toned(Tone.WARNING, warning));
            }
        }
    }
}
