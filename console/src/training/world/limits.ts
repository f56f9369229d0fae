/** The limits by which this world's clocks run: those of the real policy (policy/cn-2026.yaml), with their articles. */
export interface Limit {
  readonly milliseconds: number;
  readonly warnBefore: number;
  readonly basis: string;
}

const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

export const LIMITS = {
  stop: {
    milliseconds: 48 * HOUR,
    warnBefore: 4 * HOUR,
    basis: '银发〔2016〕86号 二(一)2：止付期限为自止付时点起48小时',
  },
  paper: {
    milliseconds: 24 * HOUR,
    warnBefore: 4 * HOUR,
    basis: '遵公发〔20xx〕25号（先止付后补手续，24小时内送达法律文书与警察证复印件）；逾期后果文件未明，按政策选择：标记逾期、升级、银行可解除',
  },
  countersign: {
    milliseconds: 24 * HOUR,
    warnBefore: 4 * HOUR,
    basis: '政策选择：银行保卫部门在1个工作日内会签或退回',
  },
  acknowledge: {
    milliseconds: 5 * MINUTE,
    warnBefore: 2 * MINUTE,
    basis: '政策选择：涉案资金3至10分钟即被转出，5分钟未接单即升级',
  },
  lift: {
    milliseconds: 2 * HOUR,
    warnBefore: 30 * MINUTE,
    basis: '反诈法20（及时解除）；法律未定小时数，按政策选择：止付结束后2小时内由银行确认已实际解除',
  },
  'filing-decision': {
    milliseconds: 72 * HOUR,
    warnBefore: 24 * HOUR,
    basis: '公安部关于改革完善受案立案制度的意见（3日内决定是否立案，重大复杂可延长）；按24小时一日计，不晚于法定',
  },
  'trace-acknowledge': {
    milliseconds: HOUR,
    warnBefore: 15 * MINUTE,
    basis: '政策选择：运营商7×24小时协查，1小时未签收即提醒',
  },
  'trace-preserve': {
    milliseconds: 2 * HOUR,
    warnBefore: 30 * MINUTE,
    basis: '政策选择：话单与信令留存期有限，先留存后查询（网络安全法21：日志留存不少于六个月）',
  },
  'trace-hop': {
    milliseconds: 24 * HOUR,
    warnBefore: 4 * HOUR,
    basis: '程序规定62：调取证据通知书应当注明期限，从其期限；未注明的按政策选择24小时（国内无统一单跳时限）',
  },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof LIMITS;
