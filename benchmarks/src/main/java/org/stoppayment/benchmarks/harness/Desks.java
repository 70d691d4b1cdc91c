package org.stoppayment.benchmarks.harness;

import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.MoreExecutors;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.stoppayment.certificates.PemIdentity;
import org.stoppayment.cli.certificates.CertificateFiles;
import org.stoppayment.cli.suite.ServiceName;
import org.stoppayment.cli.suite.Suite;
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

    /** Desks of a suite. */
    public Desks(Suite suite, Reports reports) {
        this(suite.grpcAddress(ServiceName.INTAKE), suite, reports);
    }

    /** Desks that report to an intake at {@code host:port}, with the certificate of the suite's dispatch system. */
    public Desks(String intake, Suite suite, Reports reports) {
        this.reports = reports;
        SslContext certificates = certificates(suite);
        this.channels = IntStream.range(0, CONNECTIONS)
                .mapToObj(i -> NettyChannelBuilder.forTarget(intake)
                        .sslContext(certificates)
                        .overrideAuthority(ServiceName.INTAKE.subject().name())
                        .directExecutor()
                        .channelType(NioSocketChannel.class)
                        .eventLoopGroup(loop)
                        .build())
                .toList();
        this.stubs = channels.stream().map(CaseIntakeServiceGrpc::newFutureStub).toList();
    }

    private static SslContext certificates(Suite suite) {
        PemIdentity identity = suite.directory().certificates().identity(CertificateFiles.DISPATCH);
        try {
            SslContextBuilder builder = SslContextBuilder.forClient()
                    .keyManager(identity.keys())
                    .trustManager(identity.trust())
                    .protocols("TLSv1.3");
            return GrpcSslContexts.configure(builder, SslProvider.JDK).build();
        } catch (SSLException e) {
            throw new IllegalStateException("TLS 1.3 cannot be used", e);
        }
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
