package org.stoppayment.freeze.mules.grpc;

import java.util.List;
import org.stoppayment.freeze.mules.application.ViewingMules;
import org.stoppayment.freeze.mules.domain.Mule;
import org.stoppayment.freeze.mules.domain.MuleHistory;
import org.stoppayment.freeze.orders.grpc.OrderWire;
import org.stoppayment.freeze.shared.application.Page;
import org.stoppayment.kit.grpc.CommonWire;
import org.stoppayment.proto.freeze.v1.GetMuleResponse;
import org.stoppayment.proto.freeze.v1.ListMulesResponse;
import org.stoppayment.proto.freeze.v1.MuleCase;
import org.stoppayment.proto.freeze.v1.MuleStop;

/** Renders the registry of mules. */
final class MuleWire {

    private MuleWire() {}

    static ListMulesResponse render(Page<Mule> page) {
        List<Mule> mules = page.rows();
        ListMulesResponse.Builder response = ListMulesResponse.newBuilder();
        mules.forEach(mule -> response.addMules(render(mule)));
        if (page.more()) {
            response.setNextPageToken(ViewingMules.token(mules.get(mules.size() - 1)));
        }
        return response.build();
    }

    static GetMuleResponse render(List<MuleHistory> histories) {
        GetMuleResponse.Builder response = GetMuleResponse.newBuilder();
        histories.forEach(history -> response.addHistories(render(history)));
        return response.build();
    }

    private static org.stoppayment.proto.freeze.v1.MuleHistory render(MuleHistory history) {
        var rendered = org.stoppayment.proto.freeze.v1.MuleHistory.newBuilder().setMule(render(history.mule()));
        history.reached()
                .forEach(reach -> rendered.addCases(MuleCase.newBuilder()
                        .setCaseId(reach.caseId().toString())
                        .setLevel(reach.level())
                        .setTaintedFen(reach.tainted().fen())
                        .setHeldFen(reach.held().fen())
                        .setClaimedAt(CommonWire.timestamp(reach.at()))));
        history.orders().forEach(order -> rendered.addStops(render(order)));
        return rendered.build();
    }

    private static MuleStop render(MuleHistory.Order order) {
        MuleStop.Builder rendered = MuleStop.newBuilder()
                .setApplicationId(order.applicationId().toString())
                .setCaseId(order.caseId().toString())
                .setState(OrderWire.state(order.phase()))
                .setPlacedAt(CommonWire.timestamp(order.placedAt()))
                .setUrgent(order.urgent());
        order.stoppedAt().ifPresent(at -> rendered.setStoppedAt(CommonWire.timestamp(at)));
        order.endedAt().ifPresent(at -> rendered.setEndedAt(CommonWire.timestamp(at)));
        return rendered.build();
    }

    private static org.stoppayment.proto.freeze.v1.Mule render(Mule mule) {
        var rendered = org.stoppayment.proto.freeze.v1.Mule.newBuilder()
                .setAccount(OrderWire.render(mule.account()))
                .setStopCount(mule.stops())
                .setCaseCount(mule.cases())
                .setTaintedFen(mule.tainted().fen())
                .setHeld(mule.held());
        mule.firstClaimedAt().ifPresent(at -> rendered.setFirstClaimedAt(CommonWire.timestamp(at)));
        mule.lastStoppedAt().ifPresent(at -> rendered.setLastStoppedAt(CommonWire.timestamp(at)));
        return rendered.build();
    }
}
