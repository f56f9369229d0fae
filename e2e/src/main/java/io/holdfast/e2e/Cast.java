package io.holdfast.e2e;

import io.holdfast.e2e.driver.Person;
import io.holdfast.e2e.driver.World;

/**
 * Who plays whom.
 *
 * @param secondOfficer of another county's station, where the second victim reports
 * @param security the first bank's desk for papers
 * @param carrier of the victim's number
 */
record Cast(
    Person officer,
    Person secondOfficer,
    Person unitHead,
    Person cyberOfficer,
    Person bank,
    Person secondBank,
    Person thirdBank,
    Person security,
    Person carrier,
    Person secondCarrier,
    Person auditor) {
  static Cast of(World world) {
    return new Cast(
        world.login("chen.officer"),
        world.login("gu.officer"),
        world.login("lin.unit"),
        world.login("ma.cyber"),
        world.login("qian.bank"),
        world.login("zhou.bank"),
        world.login("zheng.bank"),
        world.login("wei.security"),
        world.login("zhu.carrier"),
        world.login("qin.carrier"),
        world.login("tang.auditor"));
  }
}
