package org.stoppayment.kit.testing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;

/**
 * The layers of a service, and what each may import. The test of a service names its package and includes these rules with
 * {@code ArchTests.in(LayerRules.class)}.
 */
public final class LayerRules {

    private static final String DOMAIN = "org.stoppayment.*..domain..";
    private static final String APPLICATION = "org.stoppayment.*..application..";
    private static final String GRPC = "org.stoppayment.*..grpc..";
    private static final String MESSAGING = "org.stoppayment.*..messaging..";
    private static final String PERSISTENCE = "org.stoppayment.*..persistence..";
    private static final String TIMERS = "org.stoppayment.*..timers..";
    private static final String WEBHOOK = "org.stoppayment.*..webhook..";
    private static final String REST = "org.stoppayment.*..rest..";

    /** The gateway's client of account-freeze. */
    private static final String FREEZE_CLIENT = "org.stoppayment.gateway..freeze..";

    /** The gateway's client of fund-recovery. */
    private static final String RECOVERY_CLIENT = "org.stoppayment.gateway..recovery..";

    private static final Set<String> SHARED = Set.of("formats", "kernel", "kit", "proto");

    private LayerRules() {}

    @ArchTest
    static final ArchRule domainIsPlainJava = classes()
            .that()
            .resideInAPackage(DOMAIN)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..", "org.stoppayment.kernel", "org.stoppayment.kernel.ids", DOMAIN, "org.jspecify..");

    @ArchTest
    static final ArchRule applicationDependsOnTheDomainAndItsPortsOnly = classes()
            .that()
            .resideInAPackage(APPLICATION)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.stoppayment.kernel",
                    "org.stoppayment.kernel.ids",
                    "org.stoppayment.kit.outbox",
                    "org.stoppayment.kit.logging",
                    "org.stoppayment.kit.warmup",
                    "org.stoppayment.kit.watch",
                    DOMAIN,
                    APPLICATION,
                    "io.smallrye.mutiny..",
                    "io.smallrye.config..",
                    "jakarta.enterprise..",
                    "jakarta.inject..",
                    "org.jboss.logging..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule protoIsUsedByEndpointsOnly = noClasses()
            .that()
            .resideOutsideOfPackages(GRPC, MESSAGING, FREEZE_CLIENT, RECOVERY_CLIENT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.stoppayment.proto..", "com.google.protobuf..", "io.grpc..");

    @ArchTest
    static final ArchRule databaseIsUsedByPersistenceOnly = noClasses()
            .that()
            .resideOutsideOfPackage(PERSISTENCE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    PERSISTENCE,
                    "io.vertx.sqlclient..",
                    "io.vertx.mutiny.sqlclient..",
                    "java.sql..",
                    "jakarta.persistence..");

    @ArchTest
    static final ArchRule persistenceDoesNotDependOnEndpoints = noClasses()
            .that()
            .resideInAPackage(PERSISTENCE)
            .should()
            .dependOnClassesThat(areLayers(GRPC, MESSAGING, TIMERS, WEBHOOK, REST))
            .allowEmptyShould(true); // the gateway has no database

    @ArchTest
    static final ArchRule endpointsDoNotDependOnEachOther = noClasses()
            .that()
            .resideInAPackage(GRPC)
            .should()
            .dependOnClassesThat(areLayers(MESSAGING, TIMERS, WEBHOOK, REST));

    @ArchTest
    static final ArchRule configurationKeysAreInTheConfigMapping = noClasses()
            .that()
            .resideOutsideOfPackage(REST) // the gateway reads a limit of the server there
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.eclipse.microprofile.config.inject.ConfigProperty");

    @ArchTest
    static final ArchRule servicesDoNotDependOnEachOther = classes()
            .should(new ArchCondition<>("depend on no other service") {
                @Override
                public void check(JavaClass one, ConditionEvents events) {
                    for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
                        String target = moduleOf(dependency.getTargetClass());
                        if (!target.isEmpty() && !target.equals(moduleOf(one)) && !SHARED.contains(target)) {
                            events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                        }
                    }
                }
            });

    @ArchTest
    static final ArchRule timeComesFromTheInjectedSource = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(InstantSource.class, "system")
            .orShould()
            .callMethod(Clock.class, "systemUTC");

    @ArchTest
    static final ArchRule idsComeFromIds = noClasses().should().callMethod(UUID.class, "randomUUID");

    /** Packages of the kit have names of layers, but are not layers. */
    private static DescribedPredicate<JavaClass> areLayers(String... layers) {
        return resideInAnyPackage(layers).and(resideOutsideOfPackage("org.stoppayment.kit.."));
    }

    /** The part of the package name after {@code org.stoppayment}; empty for other packages. */
    private static String moduleOf(JavaClass one) {
        String[] parts = one.getPackageName().split("\\.", -1);
        return parts.length > 2 && one.getPackageName().startsWith("org.stoppayment.") ? parts[2] : "";
    }
}
