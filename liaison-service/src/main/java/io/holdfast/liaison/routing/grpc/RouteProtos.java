package io.holdfast.liaison.routing.grpc;

import io.holdfast.kit.mongo.Records.Entry;
import io.holdfast.kit.problem.Problem.Violation;
import io.holdfast.liaison.desk.proto.DeskProtos;
import io.holdfast.liaison.routing.AccountKind;
import io.holdfast.liaison.routing.Route;
import io.holdfast.liaison.routing.RoutingError;
import io.holdfast.liaison.routing.RoutingTable;
import io.holdfast.liaison.routing.RoutingTable.Fault;

/** Routes as the contract shows them. */
public final class RouteProtos {
  private RouteProtos() {}

  /** A line of the table. */
  public static io.holdfast.proto.liaison.v1.Route route(Route route) {
    return io.holdfast.proto.liaison.v1.Route.newBuilder()
        .setPrefix(route.prefix())
        .setLength(route.length())
        .setKind(kind(route.kind()))
        .addAllNames(route.names())
        .setInstitution(route.institution())
        .setTelephone(route.kind() == AccountKind.TELEPHONE)
        .build();
  }

  static io.holdfast.proto.liaison.v1.RoutingError error(Entry<RoutingError> entry) {
    RoutingError error = entry.value();
    return io.holdfast.proto.liaison.v1.RoutingError.newBuilder()
        .setLine(error.line())
        .setTable(error.table())
        .setBank(error.bank())
        .setPrefix(error.prefix())
        .setCount(error.count())
        .setFirstTime(DeskProtos.timestamp(error.firstTime()))
        .setLastTime(DeskProtos.timestamp(error.lastTime()))
        .build();
  }

  static Route route(io.holdfast.proto.liaison.v1.Route message) {
    return new Route(
        message.getPrefix(),
        message.getLength(),
        message.getTelephone() ? AccountKind.TELEPHONE : kind(message.getKind()),
        message.getNamesList(),
        message.getInstitution());
  }

  private static io.holdfast.proto.casefile.v1.AccountKind kind(AccountKind kind) {
    return switch (kind) {
      case ANY, TELEPHONE -> io.holdfast.proto.casefile.v1.AccountKind.ACCOUNT_KIND_UNSPECIFIED;
      case CARD -> io.holdfast.proto.casefile.v1.AccountKind.CARD;
      case PASSBOOK -> io.holdfast.proto.casefile.v1.AccountKind.PASSBOOK;
      case COMPANY_ACCOUNT -> io.holdfast.proto.casefile.v1.AccountKind.COMPANY_ACCOUNT;
      case WALLET -> io.holdfast.proto.casefile.v1.AccountKind.WALLET;
      case QR_CODE -> io.holdfast.proto.casefile.v1.AccountKind.QR_CODE;
    };
  }

  static AccountKind kind(io.holdfast.proto.casefile.v1.AccountKind kind) {
    return switch (kind) {
      case ACCOUNT_KIND_UNSPECIFIED, UNRECOGNIZED -> AccountKind.ANY;
      case CARD -> AccountKind.CARD;
      case PASSBOOK -> AccountKind.PASSBOOK;
      case COMPANY_ACCOUNT -> AccountKind.COMPANY_ACCOUNT;
      case WALLET -> AccountKind.WALLET;
      case QR_CODE -> AccountKind.QR_CODE;
    };
  }

  static Violation violation(Fault fault) {
    String line = "routes[" + fault.line() + "]";
    return switch (fault) {
      case Fault.PrefixMalformed _ ->
          new Violation(
              line + ".prefix",
              "PREFIX_MALFORMED",
              "expected: up to " + RoutingTable.PREFIX_MAX + " digits");
      case Fault.LengthImpossible(_, int length) ->
          new Violation(
              line + ".length",
              "LENGTH_IMPOSSIBLE",
              length
                  + " (expected: 0, or from the prefix's length to "
                  + RoutingTable.LENGTH_MAX
                  + ")");
      case Fault.SaysNothing _ ->
          new Violation(line, "SAYS_NOTHING", "neither prefix nor name (expected: one of them)");
      case Fault.TooManyNames(_, int names) ->
          new Violation(
              line + ".names",
              "TOO_MANY_NAMES",
              names + " (expected: at most " + RoutingTable.NAMES_MAX + ")");
      case Fault.Repeated _ ->
          new Violation(line, "REPEATED", "an earlier line claims the same (expected: once)");
      case Fault.InstitutionUnknown _ ->
          new Violation(line + ".institution", "INSTITUTION_UNKNOWN", "not in the directory");
      case Fault.TooManyRoutes(int limit) ->
          new Violation("routes", "TOO_MANY", "expected: at most " + limit + " lines");
    };
  }
}
