// An officer's quarter of an hour: a report typed and pasted, kept while the network is away and between two who type at
// once, stopped after one look, followed to the next layer, its papers delivered, its receipt printed.
import {Caller, beijing, card} from './world.mjs';

const SECRETS = ['测试王某某', '11010519491231002X'];

export default async function tell(stage) {
  const officer = await (await stage.person('chen.officer')).logIn();
  const {page} = officer;
  const [first, second] = [card('990001'), card('990002')];
  const addresses = [];
  page.on('request', (request) => addresses.push(decodeURIComponent(request.url())));

  // Begun; what is typed is read back, what is unsure is asked.
  await page.getByRole('navigation').getByRole('link', {name: '接警'}).click();
  await page.getByRole('button', {name: '新建接警'}).click();
  await page.getByLabel('收款账号 / 卡号').waitFor();
  await page.keyboard.type(first);
  await page.getByText('卡号校验通过').waitFor();
  await page.getByText('将送达：测试银行一').waitFor();
  await page.getByLabel('收款户名').fill('测试甲·𠮷');
  await page.getByLabel('金额（元）').fill('5万3');
  await page.getByRole('button', {name: '就是 ¥53,000.00'}).click();
  await page.getByText('伍万叁仟元整').first().waitFor();
  await page.getByLabel('转账时间').fill('30分钟前');
  await page.getByRole('button', {name: /^就是 /}).click();
  await page.getByText('30分钟前', {exact: false}).first().waitFor();
  await page.locator('[data-line="saved"]').waitFor();

  // Pasted: each field is marked where it stands.
  const message = `【测试银行】您于${beijing(Date.now() - 1_200_000)}向测试乙(${second})转账支出人民币30,000.00元，余额12.00元。`;
  await page.getByLabel('粘贴短信').fill(message);
  await page.locator('mark[data-field="payeeNumber"]').waitFor();
  await officer.look('officer-paste');
  await page.getByRole('button', {name: '填入 1 笔'}).click();
  await page.getByLabel('姓名或单位名称').fill(SECRETS[0]);
  await page.getByLabel('证件号码').fill(SECRETS[1]);
  await page.getByText('1949-12-31').waitFor();
  await page.getByLabel('诈骗类型').selectOption('FALSE_AUTHORITY');
  await page.getByText('请告知受害人：冒充公检法及政府机关').waitFor();
  await page.keyboard.press('Alt+C');
  await page.getByLabel('来电显示号码 / 账号 / 网址').waitFor();
  await page.keyboard.type('+86110');
  await page.getByText('可能为改号').waitFor();
  await page.locator('[data-line="saved"]').waitFor();

  // The network goes away: nothing is lost, and a reload finds it.
  // The handler stays: taken away while a page loads, it would leave requests hanging that it holds.
  let away = true;
  await page.route('**/v1/drafts/*:save', (route) => (away ? route.abort() : route.continue()));
  await page.getByLabel('简要案情').fill('测试：断网时填写');
  await page.locator('[data-line="waiting"]').waitFor();
  await officer.look('officer-offline');
  page.once('dialog', (dialog) => void dialog.accept());
  await page.reload();
  away = false;
  await page.getByRole('textbox', {name: '简要案情'}).and(page.locator('textarea')).waitFor();
  await page.locator('[data-line="saved"]').waitFor();
  if ((await page.getByRole('textbox', {name: '简要案情'}).inputValue()) !== '测试：断网时填写') throw new Error('typed text was lost');

  // Two type at once: both texts stand until one is chosen.
  const draft = page.url().split('/').at(-1);
  const other = await Caller.logIn('liu.liaison');
  const story = {path: 'narrative', text: '测试：同事填写', seenVersion: '0'};
  await other.post(`/v1/drafts/${draft}:save`, {edits: [story]});
  await page.getByRole('group', {name: '简要案情：多人填写不一致，请选定'}).waitFor();
  await page.getByText('测试刘联络 也在填写').waitFor();
  await officer.look('officer-two-editors');
  await page.getByRole('button', {name: /测试：断网时填写/}).click();
  await page.getByRole('group', {name: /多人填写不一致/}).waitFor({state: 'hidden'});

  // One look, then the stop. A number from before the reload counts as typed by hand.
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog').getByText(first.replace(/(.{4})(?=.)/g, '$1 ')).waitFor();
  if (await page.getByRole('button', {name: '立即止付 2 个账户'}).isEnabled()) throw new Error('stops without the last four digits');
  await page.getByLabel(/再输末四位/).nth(0).fill(first.slice(-4));
  await page.getByLabel(/再输末四位/).nth(1).fill('0000');
  await page.getByText('与录入不符').waitFor();
  await page.getByLabel(/再输末四位/).nth(1).fill(second.slice(-4));
  // The second officer is missing: it is said, and he is named right there.
  const dialog = page.getByRole('dialog');
  await dialog.getByText('未写明').waitFor();
  await dialog.getByLabel('协查人姓名').fill('测试刘联络');
  await dialog.getByLabel('协查人警号').fill('999102');
  await dialog.getByText('测试刘联络 · 999102').waitFor();
  await officer.look('officer-review');
  // Without a network it is said at once, and nothing goes out later by itself.
  await page.context().setOffline(true);
  await page.getByRole('button', {name: '立即止付 2 个账户'}).click();
  await dialog.getByRole('alert').getByText('网络不通').waitFor();
  await page.context().setOffline(false);
  await page.getByRole('button', {name: '立即止付 2 个账户'}).click();
  await page.getByText('止付已发出').waitFor();
  await page.locator('[data-reach]').first().waitFor();
  await officer.look('officer-outcome');

  // The bank answers; the case page follows by itself.
  await page.getByRole('link', {name: '打开案件'}).click();
  await page.locator('[data-order]').nth(1).waitFor();
  const caseId = page.url().split('/').at(-1);
  await page.getByRole('region', {name: '协查人确认'}).getByText(/协查人 测试刘联络 · 999102/).waitFor();
  await officer.look('officer-second');
  await other.post(`/v1/cases/${caseId}:confirmSecondOfficer`);
  await answered(caseId, first);
  // In the demonstration a stop lasts seconds: from here on the order is told by its id, whatever it has become.
  const stopped = page.locator(`[data-order="${await page.locator('[data-order][data-state="STOPPED"]').getAttribute('data-order')}"]`);
  await page.locator('[data-order]').nth(2).waitFor();
  await page.locator('[data-sum="held"]').getByText('¥15,000.00').waitFor();
  await officer.look('officer-case');
  await page.getByRole('tab', {name: '资金流向'}).click();
  await page.locator('[data-kind="cash"]').waitFor();
  await officer.look('officer-trail');

  // What the victim brought goes into the case.
  await page.getByRole('tab', {name: /证据/}).click();
  await page.getByLabel('上传证据').setInputFiles({name: '测试回单.png', mimeType: 'image/png', buffer: PICTURE});
  await page.getByRole('cell', {name: '测试回单.png'}).waitFor();
  await page.getByRole('button', {name: '查看'}).click();
  await page.getByRole('img', {name: '测试回单.png'}).waitFor();
  await officer.look('officer-evidence');

  // Papers, with what the bank needs at least.
  await page.getByRole('tab', {name: /止付指令/}).click();
  for (const kind of ['止付通知书', '警察证复印件']) {
    await stopped.getByLabel(kind).setInputFiles({name: 'test.png', mimeType: 'image/png', buffer: PICTURE});
    await stopped.locator('li').getByText(kind).waitFor();
  }
  await stopped.getByRole('button', {name: '送达银行'}).click();
  await stopped.getByText('已送达，待核签').waitFor();

  // Found again by its account, which stands in no address; printed.
  await page.getByRole('navigation').getByRole('link', {name: '案件'}).click();
  await page.getByLabel('号码', {exact: true}).fill(first);
  await page.keyboard.press('Enter');
  await page.locator(`a[href="/cases/${caseId}"]`).waitFor();
  await officer.look('officer-search');
  await page.goto(new URL(`/cases/${caseId}/receipt`, page.url()).href);
  await page.getByRole('heading', {name: '受案回执（紧急止付）'}).waitFor();
  await page.getByText('受害人须知').waitFor();
  await officer.look('officer-receipt');
  for (const secret of [first, second, ...SECRETS]) {
    if (addresses.some((address) => address.includes(secret))) throw new Error('personal data in an address');
  }

  // The other language, on a tablet.
  await page.getByText('EN', {exact: true}).click();
  await page.getByRole('heading', {name: 'Receipt of a report (urgent stop)'}).waitFor();
  await page.setViewportSize({width: 820, height: 1180});
  await page.goto(new URL(`/cases/${caseId}`, page.url()).href);
  await page.locator('[data-order]').nth(2).waitFor();
  await page.getByText('Second officer confirmed').first().waitFor();
  await officer.look('officer-case-tablet-en');
}

/** The bank has the order in hand, holds 15,000, and names where the rest went. */
async function answered(caseId, account) {
  const bank = await Caller.logIn('qian.bank');
  const {stopOrders} = await bank.get(`/v1/stopOrders?caseId=${caseId}`);
  const order = await bank.post(`/v1/stopOrders/${stopOrders[0].id}:acknowledge`);
  const [transfer] = order.transfers;
  const later = (minutes) => new Date(Date.parse(transfer.transferTime) + minutes * 60_000).toISOString();
  await bank.post(`/v1/stopOrders/${order.id}:recordStop`, {
    record: {
      accountName: order.accountName,
      accountNumber: account,
      credits: [{amountFen: transfer.amountFen, bookingTime: transfer.transferTime}],
    },
    balanceBeforeFen: '1500000',
    heldFen: '1500000',
    operator: {name: '测试钱联络', phone: '000-9995011'},
    outflows: [
      {
        kind: 'TO_ACCOUNT', amountFen: '2800000', outflowTime: later(2),
        payee: {kind: 'CARD', institutionName: '测试银行三', accountNumber: card('990003'), accountName: '测试丙'},
      },
      {kind: 'CASH', amountFen: '1000000', outflowTime: later(3), place: '测试ATM'},
    ],
  });
}

/** One white pixel. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
  'base64',
);
