package nl.buurtpuls.contract.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChallengeTest {

    @Test
    void withoutTokenNoErrorIsNamed() {
        assertThat(Challenge.noToken().status()).isEqualTo(401);
        assertThat(Challenge.noToken().header()).isEqualTo("Bearer realm=\"buurtpuls\"");
    }

    @Test
    void lackingRoleIsNamedAsScope() {
        assertThat(Challenge.lackingRole(Roles.MUTATION_WRITER))
                .isEqualTo(new Challenge(
                        403,
                        "Bearer realm=\"buurtpuls\", error=\"insufficient_scope\","
                                + " error_description=\"The token does not give the role mutation-writer.\","
                                + " scope=\"mutation-writer\"",
                        "The token does not give the role mutation-writer."));
    }

    @Test
    void descriptionCannotEndItsQuotes() {
        Challenge challenge = Challenge.invalidToken("no \"x\\\", realm=é\r\nSet-Cookie: a");

        assertThat(challenge.status()).isEqualTo(401);
        assertThat(challenge.header()).endsWith("error_description=\"no 'x'', realm='''Set-Cookie: a\"");
    }
}
