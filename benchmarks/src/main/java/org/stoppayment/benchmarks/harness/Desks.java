package org.stoppayment.benchmarks.harness;

import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.MoreExecutors;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.stoppayment.proto.intake.v1.CaseIntakeServiceGrpc;
import org.stoppayment.proto.intake.v1.CaseIntakeServiceGrpc.CaseIntakeServiceFutureStub;
import org.stoppayment.proto.intake.v1.ReportFraudResponse;

/** The 110 desks: they report, over a few connections and without a thread each. */
public final class Desks implements AutoCloseable {

    private static final int CONNECTIONS = 8;

    private final NioEventLoopGroup loop = new NioEventLoopGroup(1);
    private final List<ManagedChannel> channels;
    private final List<CaseIntakeServiceFutureStub> stubs;
    private final Reports reports;
    private final AtomicLong failures = new AtomicLong();
    private final AtomicLong turns = new AtomicLong();

    public Desks(String intake, Reports reports) {
        this.reports = reports;
        this.channels = IntStream.range(0, CONNECTIONS)
                .mapToObj(i -> NettyChannelBuilder.forTarget(intake)
                        .usePlaintext()
                        .directExecutor()
                        .channelType(NioSocketChannel.class)
                        .eventLoopGroup(loop)
                        .build())
                .toList();
        this.stubs = channels.stream().map(CaseIntakeServiceGrpc::newFutureStub).toList();
    }

    /** Sends one report; {@code accepted} is told its number once it is durable. A failure is counted. */
    public void report(Reports.Report report, LongConsumer accepted, Runnable failed) {
        send(report, accepted, failure -> {
            failures.incrementAndGet();
            failed.run();
        });
    }

    /** Sends one report, once; {@code failed} is told the status when it is not accepted. */
    void send(Reports.Report report, LongConsumer accepted, Consumer<Status.Code> failed) {
        CaseIntakeServiceFutureStub stub = stubs.get((int) (turns.incrementAndGet() % CONNECTIONS));
        ListenableFuture<ReportFraudResponse> response =
                stub.withDeadlineAfter(30, TimeUnit.SECONDS).reportFraud(report.request());
        Futures.addCallback(
                response,
                new FutureCallback<>() {
                    @Override
                    public void onSuccess(@Nullable ReportFraudResponse result) {
                        accepted.accept(report.number());
                    }

                    @Override
                    public void onFailure(Throwable failure) {
                        failed.accept(Status.fromThrowable(failure).getCode());
                    }
                },
                MoreExecutors.directExecutor());
    }

    public Reports reports() {
        return reports;
    }

    /** Reports that were not accepted, ever. */
    public long failures() {
        return failures.get();
    }

    @Override
    public void close() {
        channels.forEach(ManagedChannel::shutdownNow);
        loop.shutdownGracefully();
    }
}
