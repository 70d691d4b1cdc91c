package org.stoppayment.cli.client;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import org.stoppayment.cli.text.Language;

/** Asks the services for errors in the language of the person. */
final class LanguageInterceptor implements ClientInterceptor {

    private static final Metadata.Key<String> ACCEPT_LANGUAGE =
            Metadata.Key.of("accept-language", Metadata.ASCII_STRING_MARSHALLER);

    private final Language language;

    LanguageInterceptor(Language language) {
        this.language = language;
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
            @Override
            public void start(Listener<A> listener, Metadata headers) {
                headers.put(ACCEPT_LANGUAGE, language.tag());
                super.start(listener, headers);
            }
        };
    }
}
