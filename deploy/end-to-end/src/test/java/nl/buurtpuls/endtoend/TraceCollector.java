package nl.buurtpuls.endtoend;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Collects traces by OTLP over HTTP, as any collector does. */
final class TraceCollector implements AutoCloseable {

    private final HttpServer server;
    private final List<ResourceSpans> collected = new CopyOnWriteArrayList<>();

    /** A step of a trace: by which service, and what; which step it follows from. */
    record Step(String service, String name, String id, String parent) {}

    TraceCollector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", this::collect);
        server.start();
    }

    /** What has a service tell of every call. */
    Map<String, String> settings() {
        return Map.of(
                "QUARKUS_OTEL_SDK_DISABLED", "false",
                "QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf",
                "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT",
                        "http://localhost:" + server.getAddress().getPort(),
                "QUARKUS_OTEL_TRACES_SAMPLER_ARG", "1",
                "QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "500ms");
    }

    private void collect(HttpExchange call) throws IOException {
        try (call) {
            collected.addAll(
                    ExportTraceServiceRequest.parseFrom(call.getRequestBody()).getResourceSpansList());
            call.sendResponseHeaders(200, -1);
        }
    }

    /** The steps of a trace that have come so far. */
    List<Step> trace(String id) {
        return collected.stream()
                .flatMap(of -> of.getScopeSpansList().stream()
                        .flatMap(scope -> scope.getSpansList().stream())
                        .filter(span -> hex(span.getTraceId().toByteArray()).equals(id))
                        .map(span -> new Step(
                                service(of),
                                span.getName(),
                                hex(span.getSpanId().toByteArray()),
                                hex(span.getParentSpanId().toByteArray()))))
                .toList();
    }

    /** All that was told, with the service that told it. */
    void read(Everything.Reader reader) {
        collected.forEach(of -> reader.read("the traces of " + service(of), of.toString()));
    }

    private static String service(ResourceSpans of) {
        return of.getResource().getAttributesList().stream()
                .filter(attribute -> attribute.getKey().equals("service.name"))
                .map(KeyValue::getValue)
                .map(value -> value.getStringValue())
                .findFirst()
                .orElse("?");
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
