import {type Doubtful, type Found, type PastedField, type PastedPayment, settle} from './found';
import {halfWidth, type Span} from './reading';

/** Column titles as banks, payment firms and people name them. */
const TITLES: Readonly<Record<PastedField, RegExp>> = {
  payerBank: /^(?:付款|转出|汇款|本方|出账)(?:方)?(?:开户)?(?:行|银行|机构|开户行|行名|行名称)$/u,
  payerNumber: /^(?:付款|转出|汇款|本方|出账|我方)(?:方|人)?(?:账号|帐号|账户|帐户|卡号|账户号|银行账号)$/u,
  payerName: /^(?:付款|转出|汇款|本方|出账)(?:方|人)?(?:户名|姓名|名称|账户名|账户名称)?$|^(?:付款人|汇款人)$/u,
  payeeBank: /^(?:收款|转入|对方|对手|交易对手|入账)(?:方|人)?(?:开户)?(?:行|银行|机构|开户行|行名|行名称)$/u,
  payeeNumber: /^(?:收款|转入|对方|对手|交易对手|入账)(?:方|人)?(?:账号|帐号|账户|帐户|卡号|账户号|银行账号|账卡号)$/u,
  payeeName: /^(?:收款|转入|对方|对手|交易对手|入账)(?:方|人)?(?:户名|姓名|名称|账户名|账户名称)?$|^(?:收款人|对方)$/u,
  amount:
    /^(?:交易|转账|付款|汇款|支出|发生|借方)?(?:金额|发生额|支出|额)(?:\(?(?:元|人民币|人民币元|RMB|CNY)\)?)?$|^支出$/iu,
  time: /^(?:交易|转账|付款|汇款|记账|发生)?(?:时间|日期时间|日期|日期及时间)$/u,
  serialNumber: /^(?:交易|银行|核心|支付|转账)?(?:流水号?|流水|单号|订单号|凭证号|参考号)$/u,
};

interface Cell {
  readonly text: string;
  readonly span: Span;
}

/** Reads rows pasted from a spreadsheet, or CSV, that have a row of titles; null where it is no table. */
export function readSheet(text: string, now: Date): readonly PastedPayment[] | null {
  const separator = text.includes('\t')
    ? '\t'
    : /^[^\n]*[,;，][^\n]*\n/u.test(text)
      ? /^[^\n]*;/u.test(text)
        ? ';'
        : ','
      : null;
  if (separator === null) {
    return null;
  }
  const rows = cells(text, separator).filter((row) => row.some((cell) => cell.text.trim() !== ''));
  const head = rows.findIndex((row) => row.filter((cell) => titleOf(cell.text) !== null).length >= 2);
  const titles = head < 0 ? null : (rows[head] ?? []).map((cell) => titleOf(cell.text));
  // The same title twice: nobody can tell which column is meant.
  if (
    titles === null ||
    !titles.includes('amount') ||
    !(titles.includes('payeeNumber') || titles.includes('payeeName'))
  ) {
    return null;
  }
  const clear = titles.map((title) => (titles.filter((other) => other === title).length === 1 ? title : null));
  return rows
    .slice(head + 1)
    .map((row) => payment(row, clear, now))
    .filter((one) => one.found.length > 0);
}

function titleOf(text: string): PastedField | null {
  const title = halfWidth(text).replace(/[\s"':_*]/gu, '');
  for (const [field, pattern] of Object.entries(TITLES)) {
    if (pattern.test(title)) {
      return field as PastedField;
    }
  }
  return null;
}

function payment(row: readonly Cell[], titles: readonly (PastedField | null)[], now: Date): PastedPayment {
  const found: Found[] = [];
  const doubtful: Doubtful[] = [];
  row.forEach((cell, column) => {
    const field = titles[column] ?? null;
    const raw = cell.text.trim();
    if (field === null || raw === '') {
      return;
    }
    const one = settle(field, raw, cell.span, now);
    if (one === null) {
      doubtful.push({field, raw, span: cell.span});
    } else {
      found.push(one);
    }
  });
  return {found, doubtful, template: 'sheet'};
}

/** Cells with their places; a cell in double quotes may hold separators, line ends and doubled quotes. */
function cells(text: string, separator: string): readonly (readonly Cell[])[] {
  const rows: Cell[][] = [[]];
  let at = 0;
  while (at <= text.length) {
    const quoted = text.charAt(at) === '"';
    let end = at + (quoted ? 1 : 0);
    while (end < text.length) {
      const c = text.charAt(end);
      if (quoted && c === '"' && text.charAt(end + 1) === '"') {
        end += 2;
        continue;
      }
      if (quoted ? c === '"' : c === separator || c === '\n' || (separator === ',' && c === '，')) {
        break;
      }
      end++;
    }
    const start = at + (quoted ? 1 : 0);
    const body = text.slice(start, end).replace(/\r$/u, '');
    rows.at(-1)?.push({text: quoted ? body.replace(/""/gu, '"') : body, span: {start, end: start + body.length}});
    const next = quoted ? end + 1 : end;
    if (next >= text.length) {
      break;
    }
    if (text.charAt(next) === '\n' || text.slice(next, next + 2) === '\r\n') {
      rows.push([]);
    }
    at = next + (text.slice(next, next + 2) === '\r\n' ? 2 : 1);
  }
  return rows;
}
