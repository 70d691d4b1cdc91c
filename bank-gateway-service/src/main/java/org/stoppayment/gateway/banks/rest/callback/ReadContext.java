package org.stoppayment.gateway.banks.rest.callback;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.http.impl.HttpServerRequestWrapper;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextDecorator;
import io.vertx.ext.web.impl.RoutingContextInternal;

/**
 * A request whose body has been read to its end. Quarkus REST pauses every request before it looks for its body, and an HTTP/2 request that
 * has ended throws then: nothing of this request can be paused or read again.
 */
final class ReadContext extends RoutingContextDecorator {

    private static final String IS_READ = ReadContext.class.getName();

    private final HttpServerRequest request;

    private ReadContext(RoutingContextInternal context) {
        super(context.currentRoute(), context);
        this.request = new ReadRequest((HttpServerRequestInternal) context.request());
    }

    /** Sends the request with its body through the router again; {@link #isRead} is true this time. */
    static void route(RoutingContext context, Buffer body) {
        RoutingContextInternal internal = (RoutingContextInternal) context;
        internal.setBody(body);
        internal.put(IS_READ, true);
        internal.currentRouter().handleContext(new ReadContext(internal));
    }

    /** True when the body of the request has been read. */
    static boolean isRead(RoutingContext context) {
        return context.get(IS_READ, false);
    }

    @Override
    public HttpServerRequest request() {
        return request;
    }

    private static final class ReadRequest extends HttpServerRequestWrapper {

        ReadRequest(HttpServerRequestInternal delegate) {
            super(delegate);
        }

        @Override
        public HttpServerRequest pause() {
            return this;
        }

        @Override
        public HttpServerRequest resume() {
            return this;
        }

        @Override
        public HttpServerRequest fetch(long amount) {
            return this;
        }

        @Override
        public HttpServerRequest handler(Handler<Buffer> handler) {
            return this;
        }

        @Override
        public HttpServerRequest endHandler(Handler<Void> handler) {
            return this;
        }

        /** False although it is: Quarkus REST takes the body of a request that has ended to be empty. */
        @Override
        public boolean isEnded() {
            return false;
        }
    }
}
