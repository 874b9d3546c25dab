package nl.buurtpuls.report.access;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import nl.buurtpuls.contract.access.Roles;

/** Gives the role of a report-reader to those who have it without their token saying so. */
@Singleton
final class ReadingRoles implements SecurityIdentityAugmentor {

    private final AccessConfig config;

    ReadingRoles(AccessConfig config) {
        this.config = config;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        boolean reads = config.anonymous() || identity.hasRole(Roles.EXACT_READER);
        return Uni.createFrom()
                .item(
                        reads
                                ? QuarkusSecurityIdentity.builder(identity)
                                        .addRole(Roles.REPORT_READER)
                                        .build()
                                : identity);
    }
}
