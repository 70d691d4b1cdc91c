package org.stoppayment.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.ByteStreams;
import io.grpc.BindableService;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerMethodDefinition;
import io.grpc.Status;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InstanceHandle;
import io.quarkus.grpc.MutinyService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Any;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.stoppayment.kernel.CertificateSubject;
import org.stoppayment.kernel.ServiceNames;
import org.stoppayment.kit.security.Roles;

/**
 * Who may call the methods of the service under test. The methods are those that its server knows, the roles those that their endpoints
 * declare; each method is called over a socket by everybody.
 */
public final class CallersOfMethods {

    /** Of gRPC itself; they tell nothing that is not published. */
    private static final Set<String> OPEN = Set.of(
            "grpc.health.v1.Health", "grpc.reflection.v1.ServerReflection", "grpc.reflection.v1alpha.ServerReflection");

    private static final int CALL_SECONDS = 10;

    private final String service;
    private final Map<CertificateSubject, Set<String>> callers = new LinkedHashMap<>();

    /** @param service name of the service under test */
    public CallersOfMethods(String service) {
        this.service = service;
        Stream.of(
                        ServiceNames.CASE_INTAKE,
                        ServiceNames.ACCOUNT_FREEZE,
                        ServiceNames.BANK_GATEWAY,
                        ServiceNames.FUND_RECOVERY)
                .forEach(name -> callers.put(
                        TestCertificates.service(name),
                        name.equals(service) ? Set.of(name, Roles.SELF) : Set.of(name)));
        callers.put(TestCertificates.DISPATCH, Set.of(Roles.DISPATCH_SYSTEM));
        callers.put(TestCertificates.COMMAND, Set.of(Roles.COMMAND));
        callers.put(TestCertificates.institution("102100099996"), Set.of(Roles.INSTITUTION));
        callers.put(TestCertificates.service("stranger"), Set.of());
    }

    /** Fails when a method declares nobody, is refused to somebody whom it declares, or is answered to anybody else. */
    public void check() {
        Map<MethodDescriptor<?, ?>, Set<String>> declared = declared();
        assertThat(declared).isNotEmpty();
        List<String> wrong = new ArrayList<>();
        callers.forEach((caller, roles) -> {
            ManagedChannel channel = TestCertificates.channel(
                            caller,
                            service,
                            ConfigProvider.getConfig().getValue("quarkus.http.test-ssl-port", Integer.class))
                    .build();
            try {
                declared.forEach((method, allowed) -> {
                    boolean mayCall = roles.stream().anyMatch(allowed::contains);
                    Status.Code answer = call(channel, method);
                    if (mayCall == (answer == Status.Code.PERMISSION_DENIED) || answer == Status.Code.UNAVAILABLE) {
                        wrong.add("%s calls %s, which %s may: %s"
                                .formatted(caller, method.getFullMethodName(), allowed, answer));
                    }
                });
            } finally {
                channel.shutdownNow();
            }
        });
        assertThat(wrong).isEmpty();
    }

    private static Map<MethodDescriptor<?, ?>, Set<String>> declared() {
        Map<MethodDescriptor<?, ?>, Set<String>> declared = new LinkedHashMap<>();
        List<Class<?>> endpoints = endpoints();
        for (InstanceHandle<BindableService> bound :
                Arc.container().listAll(BindableService.class, Any.Literal.INSTANCE)) {
            for (ServerMethodDefinition<?, ?> method : bound.get().bindService().getMethods()) {
                MethodDescriptor<?, ?> descriptor = method.getMethodDescriptor();
                if (!OPEN.contains(descriptor.getServiceName())) {
                    declared.put(descriptor, roles(endpoints, descriptor));
                }
            }
        }
        return declared;
    }

    private static List<Class<?>> endpoints() {
        List<Class<?>> endpoints = new ArrayList<>();
        Arc.container()
                .listAll(MutinyService.class, Any.Literal.INSTANCE)
                .forEach(endpoint -> endpoints.add(endpoint.getBean().getBeanClass()));
        Arc.container()
                .listAll(BindableService.class, Any.Literal.INSTANCE)
                .forEach(endpoint -> endpoints.add(endpoint.getBean().getBeanClass()));
        return endpoints;
    }

    private static Set<String> roles(List<Class<?>> endpoints, MethodDescriptor<?, ?> descriptor) {
        String bare = String.valueOf(descriptor.getBareMethodName());
        String name = Character.toLowerCase(bare.charAt(0)) + bare.substring(1);
        Set<String> roles = new HashSet<>();
        for (Class<?> endpoint : endpoints) {
            for (Method method : endpoint.getDeclaredMethods()) {
                if (method.getName().equals(name) && !method.isSynthetic() && serves(endpoint, descriptor)) {
                    Optional.ofNullable(method.getAnnotation(RolesAllowed.class))
                            .or(() -> Optional.ofNullable(endpoint.getAnnotation(RolesAllowed.class)))
                            .ifPresent(declared -> roles.addAll(Arrays.asList(declared.value())));
                }
            }
        }
        assertThat(roles)
                .as("roles that may call %s", descriptor.getFullMethodName())
                .isNotEmpty();
        return roles;
    }

    /** True when the class implements the service, as Mutiny or as observers. */
    private static boolean serves(Class<?> endpoint, MethodDescriptor<?, ?> descriptor) {
        String full = String.valueOf(descriptor.getServiceName());
        String simple = full.substring(full.lastIndexOf('.') + 1);
        return Stream.concat(Arrays.stream(endpoint.getInterfaces()), Stream.ofNullable(endpoint.getSuperclass()))
                .map(Class::getSimpleName)
                .anyMatch(type -> type.equals(simple) || type.equals(simple + "ImplBase"));
    }

    /** The status of a call with an empty request; OK as soon as a stream has answered, or stays open. */
    private static Status.Code call(ManagedChannel channel, MethodDescriptor<?, ?> method) {
        MethodDescriptor<byte[], byte[]> raw = MethodDescriptor.newBuilder(new Bytes(), new Bytes())
                .setType(method.getType())
                .setFullMethodName(method.getFullMethodName())
                .build();
        CompletableFuture<Status.Code> code = new CompletableFuture<>();
        ClientCall<byte[], byte[]> call =
                channel.newCall(raw, CallOptions.DEFAULT.withDeadlineAfter(CALL_SECONDS, TimeUnit.SECONDS));
        call.start(
                new ClientCall.Listener<>() {
                    @Override
                    public void onMessage(byte[] message) {
                        code.complete(Status.Code.OK);
                        call.cancel("seen enough", null);
                    }

                    @Override
                    public void onClose(Status status, Metadata trailers) {
                        code.complete(status.getCode());
                    }
                },
                new Metadata());
        call.request(1);
        call.sendMessage(new byte[0]);
        call.halfClose();
        return code.join();
    }

    private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {
        @Override
        public InputStream stream(byte[] value) {
            return new ByteArrayInputStream(value);
        }

        @Override
        public byte[] parse(InputStream stream) {
            try {
                return ByteStreams.toByteArray(stream);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
