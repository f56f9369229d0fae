import i18n from 'i18next';
import {afterAll, describe, expect, it} from 'vitest';
import document from '@/api/openapi.json?raw';
import {LANGUAGES} from '@/shared/language';
import '@/testing/stage';

const contract = JSON.parse(document) as {components: {schemas: Record<string, {enum?: readonly string[]}>}};

/** Words of the contract that pages show, by where their texts stand; after it those that this place never shows. */
const SHOWN: readonly (readonly [texts: string, word: string, never?: readonly string[]])[] = [
  ['shared:taskKind', 'liaison.v1.TaskKind'],
  ['shared:taskBasis', 'liaison.v1.TaskKind'],
  ['shared:stopState', 'freezing.v1.StopState'],
  ['shared:paperState', 'freezing.v1.PaperState'],
  ['shared:paperKind', 'freezing.v1.PaperKind'],
  ['shared:notice.proof', 'freezing.v1.CallerProof'],
  ['shared:notice.flag', 'freezing.v1.TimeFlag'],
  ['shared:lookupState', 'freezing.v1.LookupState'],
  ['shared:lookupWhy', 'freezing.v1.LookupUnableReason'],
  ['approval:caseState', 'casefile.v1.CaseState'],
  ['approval:traceState', 'liaison.v1.TraceState'],
  ['approval:fraudType', 'casefile.v1.FraudType'],
  ['audit:outcome', 'access.v1.AuditOutcome'],
  ['bank:accountKind', 'casefile.v1.AccountKind'],
  ['bank:channel', 'casefile.v1.TransferChannel'],
  ['bank:verdict', 'freezing.v1.Verdict'],
  ['bank:outflowKind', 'freezing.v1.OutflowKind'],
  ['bank:adoption', 'freezing.v1.AdoptionState'],
  ['board:kind', 'liaison.v1.InstitutionKind'],
  ['board:desk', 'liaison.v1.Desk'],
  ['board:attendance', 'liaison.v1.AttendanceState'],
  ['board:alarms', 'liaison.v1.AlarmCause'],
  ['board:alarms.wake', 'liaison.v1.WakeState'],
  ['board:duty', 'liaison.v1.DutyRole'],
  ['carrier:state', 'liaison.v1.HopState'],
  ['carrier:delay', 'liaison.v1.HopDelay', ['ON_TIME']],
  ['carrier:code', 'liaison.v1.HopCode'],
  ['carrier:codeHint', 'liaison.v1.HopCode'],
  ['carrier:role', 'liaison.v1.ExchangeRole'],
  ['carrier:nature', 'liaison.v1.AddressNature'],
  ['carrier:screening', 'liaison.v1.Screening'],
  ['cases:outflow', 'freezing.v1.OutflowKind'],
  ['cases:paperState', 'freezing.v1.PaperState'],
  ['cases:paperKind', 'freezing.v1.PaperKind'],
  ['cases:fraudType', 'casefile.v1.FraudType'],
  ['cases:reach', 'casefile.v1.ReachState'],
  ['cases:caseState', 'casefile.v1.CaseState'],
  ['cases:hopState', 'liaison.v1.HopState'],
  ['cases:hopCode', 'liaison.v1.HopCode'],
  ['cases:traceState', 'liaison.v1.TraceState'],
  ['cases:clue', 'casefile.v1.ClueKind'],
  ['cases:adopt.state', 'freezing.v1.AdoptionState'],
  ['cases:filingNotice', 'casefile.v1.NoticeDelivery'],
  ['directory:kind', 'liaison.v1.InstitutionKind'],
  ['directory:desk', 'liaison.v1.Desk'],
  ['directory:officerState', 'liaison.v1.OfficerState'],
  // A machine is no officer.
  ['directory:role', 'access.v1.Role', ['BANK_SYSTEM', 'CARRIER_SYSTEM', 'STATION_SYSTEM', 'SERVICE']],
  ['directory:accountKind', 'casefile.v1.AccountKind'],
  ['intake:reach', 'casefile.v1.ReachState'],
  ['intake:draftState', 'casefile.v1.DraftState'],
  ['intake:transferChannel', 'casefile.v1.TransferChannel'],
  ['intake:victimKind', 'casefile.v1.VictimKind'],
  ['intake:idType', 'casefile.v1.IdType'],
  ['intake:fraudType', 'casefile.v1.FraudType'],
  ['intake:channel', 'casefile.v1.ReportChannel'],
  ['intake:contactKind', 'casefile.v1.ContactKind'],
  ['intake:direction', 'casefile.v1.ContactDirection'],
  ['todo:do', 'liaison.v1.TaskKind'],
];

describe.each(LANGUAGES)('words of the contract in %s', (language) => {
  afterAll(() => i18n.changeLanguage('zh-CN'));

  it.each(SHOWN.map(([texts, word, never = []]) => ({texts, word, never})))('$texts says every $word', async ({texts, word, never}) => {
    await i18n.changeLanguage(language);
    const values = contract.components.schemas[word]?.enum ?? [];
    expect(values, word).not.toHaveLength(0);
    for (const value of values) {
      if (value.endsWith('_UNSPECIFIED') || never.includes(value)) continue;
      expect(i18n.exists(`${texts}.${value}`), `${texts}.${value}`).toBe(true);
      expect(i18n.t(`${texts}.${value}`), value).not.toMatch(/[A-Z]_[A-Z]/);
    }
  });
});
