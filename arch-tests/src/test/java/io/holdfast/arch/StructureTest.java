package io.holdfast.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Which part may know which. Each rule says what to do instead. */
@AnalyzeClasses(packages = "io.holdfast", importOptions = ImportOption.DoNotIncludeTests.class)
final class StructureTest {
  private static final String[] DOMAIN = {
    "io.holdfast.casefile.advice",
    "io.holdfast.casefile.casefile",
    "io.holdfast.casefile.draft",
    "io.holdfast.casefile.reach",
    "io.holdfast.casefile.report",
    "io.holdfast.freezing.lookup",
    "io.holdfast.freezing.callcode",
    "io.holdfast.freezing.phone",
    "io.holdfast.freezing.stop",
    "io.holdfast.freezing.trail",
    "io.holdfast.freezing.match",
    "io.holdfast.freezing.account",
    "io.holdfast.freezing.routing",
    "io.holdfast.liaison.alarm",
    "io.holdfast.liaison.attendance",
    "io.holdfast.liaison.desk",
    "io.holdfast.liaison.directory",
    "io.holdfast.liaison.officer",
    "io.holdfast.liaison.roster",
    "io.holdfast.liaison.routing",
    "io.holdfast.liaison.trace"
  };

  private static final String[] SERVICES = {
    "io.holdfast.casefile..", "io.holdfast.freezing..", "io.holdfast.liaison.."
  };

  @ArchTest
  static final ArchRule domainIsPure =
      classes()
          .that()
          .resideInAnyPackage(DOMAIN)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(with(DOMAIN, "java..", "org.jspecify..", "io.holdfast.kit.value"))
          .because(
              "rules must be readable and testable alone: move what needs a store, a message or a"
                  + " library to the feature's adapter packages and pass its result in (ADR 3)");

  @ArchTest
  static final ArchRule reactiveTypesStayInTheStoreAndTheGateway =
      noClasses()
          .that()
          .resideInAnyPackage(SERVICES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("reactor..", "org.reactivestreams..", "com.mongodb..")
          .because(
              "handlers block on virtual threads: use kit.mongo.Aggregates or add an access path to"
                  + " kit.mongo (ADR 1)");

  @ArchTest
  static final ArchRule theKitKnowsNoDomain =
      noClasses()
          .that()
          .resideInAPackage("io.holdfast.kit..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.holdfast.proto.casefile..",
              "io.holdfast.proto.freezing..",
              "io.holdfast.proto.liaison..",
              "io.holdfast.casefile..",
              "io.holdfast.freezing..",
              "io.holdfast.liaison..")
          .because("the kit is mechanism: pass a function or a layout in");

  @ArchTest static final ArchRule caseServiceStandsAlone = alone("casefile", "freezing", "liaison");

  @ArchTest
  static final ArchRule freezeServiceStandsAlone = alone("freezing", "casefile", "liaison");

  @ArchTest
  static final ArchRule liaisonServiceStandsAlone = alone("liaison", "casefile", "freezing");

  private static ArchRule alone(String service, String other, String another) {
    return noClasses()
        .that()
        .resideInAPackage("io.holdfast." + service + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.holdfast." + other + "..", "io.holdfast." + another + "..")
        .because("services share the contract and nothing else: send an event or call a method");
  }

  @ArchTest
  static final ArchRule keycloakHasOneDoor =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.holdfast.liaison.officer.keycloak..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.keycloak..")
          .because("officers reach Keycloak through the IdentityProvider port");

  @ArchTest
  static final ArchRule namesSayWhatAThingIs =
      noClasses()
          .that()
          .resideInAPackage("io.holdfast..")
          .and()
          .resideOutsideOfPackage("io.holdfast.proto..")
          .should()
          .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Dto|DTO)$")
          .because("name it after what it knows or does, as the glossary would");

  @ArchTest
  static final ArchRule serviceClassesAreNoCatchAlls =
      classes().that().resideInAnyPackage(SERVICES).should(haveAtMost(40));

  private static ArchCondition<JavaClass> haveAtMost(int methods) {
    return new ArchCondition<>("have at most " + methods + " methods of their own") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        int count = type.isRecord() ? 0 : type.getMethods().size();
        events.add(
            new SimpleConditionEvent(
                type,
                count <= methods,
                type.getName() + " has " + count + " methods: split it by what changes together"));
      }
    };
  }

  private static String[] with(String[] packages, String... more) {
    String[] all = java.util.Arrays.copyOf(packages, packages.length + more.length);
    System.arraycopy(more, 0, all, packages.length, more.length);
    return all;
  }
}
