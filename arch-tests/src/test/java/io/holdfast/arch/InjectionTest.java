package io.holdfast.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Time, ids and chance come from outside, so that tests can hold them still. */
@AnalyzeClasses(
    packages = {"io.holdfast.casefile", "io.holdfast.freezing", "io.holdfast.liaison"},
    importOptions = ImportOption.DoNotIncludeTests.class)
final class InjectionTest {
  @ArchTest
  static final ArchRule timeIsInjected =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .because("take a LegalClock (rules, facts) or an InstantSource (leases, backoff)");

  @ArchTest
  static final ArchRule idsAreInjected =
      noClasses()
          .should()
          .callMethod(UUID.class, "randomUUID")
          .because("take kit.id.Ids, or derive the id from what causes it");

  @ArchTest
  static final ArchRule chanceIsInjected =
      noClasses()
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(Random.class, ThreadLocalRandom.class)
          .because("take a RandomGenerator; only a service's main makes one");

  @ArchTest
  static final ArchRule onlyMainMakesChance =
      noClasses()
          .that()
          .haveSimpleNameNotEndingWith("Server")
          .and()
          .haveSimpleNameNotEndingWith("Wiring")
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(SecureRandom.class)
          .because("take a RandomGenerator; only a service's main makes one");

  @ArchTest
  static final ArchRule nothingIsPrinted =
      noClasses()
          .that()
          // A command that a bank runs by hand: what it prints is its answer.
          .doNotHaveFullyQualifiedName("io.holdfast.freezing.stop.seal.VerifyOrder")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .because("logs are structured and masked: use a logger");
}
