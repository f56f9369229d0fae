import {areaOf} from './area-codes';
import {halfWidth, type Reading} from './reading';

export type PhoneKind = 'mobile' | 'fixed' | 'service' | 'short' | 'overseas' | 'odd';

/** What a number on a telephone's screen can tell. The number itself stays as it was shown: it may be made up (改号). */
export interface ReadPhone {
  readonly kind: PhoneKind;
  /** E.164; empty where the numbering plan has no such number. */
  readonly e164: string;
  /** Digits in groups, as people read them out. */
  readonly grouped: string;
  /** Whose number range it is; a ported number (携号转网) is another carrier's. */
  readonly carrier: Carrier | '';
  /** The area code's place, or a short number's owner, in Chinese; a dialling code's country as its ISO code. */
  readonly place: string;
}

export type Carrier = 'mobile' | 'unicom' | 'telecom' | 'broadnet' | 'virtual' | 'satellite';

export type PhoneProblem = 'letters' | 'length';

const CARRIERS: readonly (readonly [Carrier, RegExp])[] = [
  ['virtual', /^1(?:6[257]|70[0-9]|71)/u],
  ['satellite', /^1(?:349|74[0-5])/u],
  ['broadnet', /^192/u],
  ['telecom', /^1(?:33|49|53|73|77|8[019]|9[0139])/u],
  ['unicom', /^1(?:3[0-2]|45|46|5[56]|66|7[56]|8[56]|96)/u],
  ['mobile', /^1(?:3[4-9]|4[78]|5[0-27-9]|72|78|8[2-478]|9[578])/u],
];

/** Numbers everybody knows, which fraud likes to show. */
const SHORT: Readonly<Record<string, string>> = {
  110: '公安报警',
  119: '火警',
  120: '急救',
  122: '交通事故报警',
  12110: '短信报警',
  96110: '反诈预警劝阻专线',
  12315: '市场监管投诉',
  12345: '政务服务热线',
  12306: '铁路客服',
  12377: '网络不良信息举报',
  12321: '不良与垃圾信息举报',
  12381: '工信部反诈预警短信',
  12368: '人民法院',
  12309: '人民检察院',
  12389: '公安违法违纪举报',
  12366: '税务',
  12333: '人社',
  12363: '人民银行金融消费投诉',
  12378: '金融消费投诉',
  10086: '中国移动',
  10010: '中国联通',
  10000: '中国电信',
  10099: '中国广电',
  95588: '工商银行',
  95533: '建设银行',
  95599: '农业银行',
  95566: '中国银行',
  95559: '交通银行',
  95555: '招商银行',
  95580: '邮储银行',
  95561: '兴业银行',
  95528: '浦发银行',
  95568: '民生银行',
  95558: '中信银行',
  95595: '光大银行',
  95508: '广发银行',
  95511: '平安',
  95577: '华夏银行',
  95516: '中国银联',
  95188: '支付宝',
  95017: '微信支付',
};

/** Dialling codes seen most in fraud; any other is still overseas. */
const COUNTRIES: Readonly<Record<string, string>> = {
  1: 'US',
  7: 'RU',
  33: 'FR',
  34: 'ES',
  39: 'IT',
  44: 'GB',
  49: 'DE',
  52: 'MX',
  55: 'BR',
  60: 'MY',
  61: 'AU',
  62: 'ID',
  63: 'PH',
  64: 'NZ',
  65: 'SG',
  66: 'TH',
  81: 'JP',
  82: 'KR',
  84: 'VN',
  90: 'TR',
  91: 'IN',
  92: 'PK',
  95: 'MM',
  971: 'AE',
  234: 'NG',
  254: 'KE',
  852: 'HK',
  853: 'MO',
  855: 'KH',
  856: 'LA',
  880: 'BD',
  886: 'TW',
  995: 'GE',
};

const MOBILE = /^1[3-9]\d{9}$/u;

/** Reads a telephone number in whatever way it was written or shown: `+86 138-0000-0000`, `００８６…`, `(010)…`, `400-…`. */
export function readPhone(typed: string): Reading<ReadPhone, PhoneProblem> {
  const text = halfWidth(typed).replace(/^tel:/iu, '').trim();
  if (text === '') {
    return {state: 'empty'};
  }
  if (/[^\d\s+()\-.·‐-―转*#]/u.test(text)) {
    return {state: 'unread', problem: 'letters'};
  }
  const extension = text.split(/转|#/u)[0] ?? text;
  const digits = extension.replace(/\D/gu, '');
  if (digits.length < 3 || digits.length > 20) {
    return {state: 'unread', problem: 'length'};
  }
  const abroad = /^\s*(?:\+|00)/u.test(extension);
  const bare = extension.trim().startsWith('+') ? digits : digits.replace(/^00/u, '');
  return {state: 'sure', value: abroad ? international(bare) : national(digits)};
}

function international(digits: string): ReadPhone {
  if (digits.startsWith('86')) {
    const rest = digits.slice(2);
    const read = national(rest.startsWith('0') || rest.length < 9 || MOBILE.test(rest) ? rest : `0${rest}`);
    const service = national(rest);
    const best = service.kind === 'service' ? service : read;
    // +86 110 is nobody's number: a short number has no place behind a country code.
    return best.kind === 'short' || best.e164 === '' ? odd(`+${digits}`, best.place) : best;
  }
  const code = [3, 2, 1].map((n) => digits.slice(0, n)).find((c) => c in COUNTRIES) ?? '';
  const valid = digits.length >= 8 && digits.length <= 15 && !digits.startsWith('0');
  const grouped = `+${code}${code ? ' ' : ''}${digits.slice(code.length)}`;
  return valid
    ? {kind: 'overseas', e164: `+${digits}`, grouped, carrier: '', place: COUNTRIES[code] ?? ''}
    : odd(grouped, '');
}

function national(digits: string): ReadPhone {
  const mobile = /^(?:0|86|17951|12593|17911)?(1[3-9]\d{9})$/u.exec(digits)?.[1];
  if (mobile !== undefined) {
    return {
      kind: 'mobile',
      e164: `+86${mobile}`,
      grouped: `${mobile.slice(0, 3)} ${mobile.slice(3, 7)} ${mobile.slice(7)}`,
      carrier: carrierOf(mobile),
      place: '',
    };
  }
  if (/^[48]00\d{7}$/u.test(digits)) {
    const grouped = `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}`;
    return {kind: 'service', e164: `+86${digits}`, grouped, carrier: '', place: ''};
  }
  const known = SHORT[digits];
  if (known !== undefined || /^(?:1[12]\d|95\d{3,6}|96\d{3,4}|100\d{2,3}|12\d{3}|106\d{2,17})$/u.test(digits)) {
    return {kind: 'short', e164: '', grouped: digits, carrier: '', place: known ?? ''};
  }
  const area = digits.startsWith('0') ? areaOf(digits) : null;
  const local = area ? digits.slice(area.code.length) : digits;
  if (area && /^[2-9]\d{6,7}$/u.test(local)) {
    return {
      kind: 'fixed',
      e164: `+86${digits.slice(1)}`,
      grouped: `${area.code}-${local.slice(0, -4)} ${local.slice(-4)}`,
      carrier: '',
      place: area.place,
    };
  }
  if (/^[2-8]\d{6,7}$/u.test(digits)) {
    return {kind: 'fixed', e164: '', grouped: `${digits.slice(0, -4)} ${digits.slice(-4)}`, carrier: '', place: ''};
  }
  return odd(digits, area?.place ?? '');
}

function odd(grouped: string, place: string): ReadPhone {
  return {kind: 'odd', e164: '', grouped, carrier: '', place};
}

function carrierOf(mobile: string): Carrier | '' {
  return CARRIERS.find(([, range]) => range.test(mobile))?.[0] ?? '';
}
