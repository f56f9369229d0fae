// An officer rings the bank and reads out a code; the bank checks it, records its stop; the station adopts it. Another call,
// of somebody nobody knows, is disowned, and the bank lets go.
import {Caller, beijing, card} from './world.mjs';

export default async function tell(stage) {
  const caller = await Caller.logIn('chen.officer');
  const bank = await (await stage.person('qian.bank')).logIn();
  const station = await (await stage.person('chen.officer')).logIn();
  const {page} = bank;
  const addresses = [];
  for (const each of [page, station.page]) each.on('request', (request) => addresses.push(decodeURIComponent(request.url())));
  await station.page.getByRole('navigation').getByRole('link', {name: '案件'}).click();

  // The code, checked with the account and the sum as told, says who calls.
  const account = card('990001');
  const code = await issued(station, account);
  await page.getByRole('navigation').getByRole('link', {name: '电话与柜面'}).click();
  await page.getByRole('button', {name: '登记止付'}).click();
  await page.getByText('还有内容没有填好').or(page.getByText('必填').first()).first().waitFor();
  const paid = Date.now() - 900_000;
  await told(page, account, paid);
  await page.getByLabel(/^动态码/).fill(code);
  await page.getByRole('button', {name: '核对动态码'}).click();
  await page.getByText('动态码属实：测试陈警官（警号 999101）').waitFor();
  await bank.look('phone-checked');
  await books(page);
  await page.getByLabel(/^补录原因/).fill('测试：演示环境补录');
  await page.getByRole('button', {name: '登记止付'}).click();
  await page.getByText('已登记，止付生效').waitFor();
  await page.getByText('动态码核实').waitFor();
  await bank.look('phone-recorded');

  // The station sees it live, and adopts it into a case.
  const filed = await caller.post('/v1/cases', {
    urgent: false,
    report: {
      channel: 'WINDOW',
      fraudType: 'FALSE_AUTHORITY',
      transfers: [
        {
          amountFen: '1000000',
          transferTime: new Date(paid).toISOString(),
          channel: 'COUNTER',
          payer: {kind: 'CARD', institutionName: '测试银行三', accountNumber: card('990003'), accountName: '测试事主'},
          payee: {kind: 'CARD', institutionName: '测试银行一', accountNumber: account, accountName: '测试收款人'},
        },
      ],
    },
  });
  await station.page.getByRole('navigation').getByRole('link', {name: '案件'}).click();
  const waiting = station.page.getByRole('region', {name: /待本单位认领/});
  await waiting.getByRole('link').last().click();
  await station.page.getByText('动态码核实').waitFor();
  await station.page.getByLabel('按受案回执编号查找').fill(filed.receiptNumber);
  await station.page.getByRole('radio', {name: new RegExp(filed.receiptNumber)}).check();
  await station.look('phone-adopt');
  await station.page.getByRole('button', {name: '认领', exact: true}).click();
  await station.page.getByText('已认领').waitFor();

  // A caller whom nobody knows: rung back, disowned, released.
  await page.getByRole('button', {name: '再登记一笔'}).click();
  await page.getByLabel(/^公安机构/).fill('测试县公安局测试派出所甲');
  await page.getByLabel('来电民警姓名').fill('测试无名');
  const another = card('990001');
  await told(page, another, paid);
  if ((await page.getByTestId('directory-phone').innerText()) !== '000-9991101') throw new Error('not the number of the directory');
  await page.getByRole('button', {name: '已拨此号'}).click();
  await page.getByText('不认识，或未确认').click();
  await books(page);
  await page.getByLabel(/^补录原因/).fill('测试：演示环境补录');
  await page.getByRole('button', {name: '登记止付'}).click();
  await page.getByText('回拨未获确认').waitFor();
  await page.getByRole('link', {name: '打开指令'}).click();
  await page.getByText('待认领').waitFor();
  const order = page.url().split('/').at(-1);
  await station.page.goto(new URL(`/cases/adopt/${order}`, station.page.url()).href);
  await station.page.getByLabel('理由').fill('测试：本所无人来电');
  await station.page.getByRole('button', {name: '否认', exact: true}).click();
  await station.page.getByText('已否认').waitFor();
  await page.getByText('公安机构否认').waitFor();
  await page.getByLabel(/^解除理由/).fill('测试：公安机构否认');
  await bank.look('phone-disowned');
  await page.getByRole('button', {name: '解除止付', exact: true}).click();
  await page.getByText('止付已结束，请确认解除').waitFor();

  await page.getByText('EN', {exact: true}).click();
  await page.getByRole('navigation').getByRole('link', {name: 'Phone and counter'}).click();
  await page.getByRole('heading', {name: 'Stops by phone and counter'}).waitFor();
  await page.setViewportSize({width: 1024, height: 768});
  await bank.look('phone-tablet-en');

  // An order of the case is told by telephone too, and the call put on record.
  const given = await caller.report(card('990001'));
  await caller.comesToBe(`/v1/stopOrders/${given}`);
  await station.page.goto(new URL(`/cases/phone/${given}`, station.page.url()).href);
  await station.page.getByLabel('银行接听人姓名').fill('测试接听人');
  await station.page.getByRole('button', {name: '登记口头通知'}).click();
  await station.page.getByText('测试接听人 · 000-').waitFor();
  await station.look('phone-told');
  await station.page.setViewportSize({width: 820, height: 1180});
  await station.page.getByText('EN', {exact: true}).click();
  await station.page.getByText('Recorded by the police').waitFor();
  await station.look('phone-told-en');
  for (const secret of [account, another, code, '测试无名']) {
    if (addresses.some((address) => address.includes(secret))) throw new Error('personal data in an address');
  }
}

/** The officer has his code made on his own page; the digits, as he reads them out. */
async function issued(station, account) {
  const {page} = station;
  await page.getByRole('link', {name: '电话止付'}).click();
  await page.getByLabel('银行或支付机构').fill('测试银行一');
  await page.getByTestId('dial').waitFor();
  await page.getByLabel('收款账号').fill(account);
  await page.getByLabel('收款户名').fill('测试收款人');
  await page.getByLabel('转入金额合计').fill('1万');
  await page.getByLabel('转账时间').fill(beijing(Date.now() - 900_000));
  await page.getByRole('button', {name: '生成动态码'}).click();
  const code = await page.getByTestId('call-code').innerText();
  await station.look('phone-officer');
  await page.getByRole('button', {name: '念完，隐去'}).click();
  await page.getByTestId('call-code').waitFor({state: 'hidden'});
  return code.replace(/\s/g, '');
}

/** What the caller says of account and payment. */
async function told(page, account, paid) {
  await page.getByLabel('来电（到柜）时间').fill(beijing(Date.now() - 5_000));
  await page.getByRole('textbox', {name: '所述账号', exact: true}).fill(account);
  await page.getByLabel('所述户名').fill('测试收款人');
  await page.getByLabel('转账 1 金额').fill('1万');
  await page.getByLabel('转账 1 时间').fill(beijing(paid));
}

/** The books say the same. */
async function books(page) {
  for (const field of ['户名', '账号', '入账 1']) await page.getByRole('button', {name: `一致：${field}`}).click();
  await page.getByLabel('止付前余额').fill('9000');
}
