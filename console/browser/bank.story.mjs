// A bank's shift: an order arrives live, is taken, answered, extended, papered, and lifted when it has ended.
import {Caller, beijing, card} from './world.mjs';

export default async function tell(stage) {
  const officer = await Caller.logIn('chen.officer');
  const bank = await stage.person('qian.bank');
  await bank.page.locator('#username').waitFor();
  await bank.page.getByText('止付通').first().waitFor();
  await bank.look('login');
  await bank.logIn();
  const {page} = bank;

  // Start of shift.
  await page.getByTestId('desk-state').getByText('无人在岗').waitFor();
  await page.getByRole('button', {name: '开始值班'}).click();
  await bank.look('sound-test');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({state: 'hidden'});
  await bank.beginShift();
  await bank.keepsNoToken('after login');

  // An order arrives on the open page.
  const account = card('990001');
  const order = await officer.report(account);
  const task = page.locator(`[data-subject="stopOrders/${order}"]`);
  await task.waitFor();
  await page.getByText('新到：紧急止付，点此处理').waitFor();
  await bank.look('bank-order-arrived');

  // Masked until it is taken in hand.
  await task.click();
  await page.getByRole('button', {name: '接收（A）'}).waitFor();
  if ((await page.content()).includes(account)) throw new Error('the account is shown before it was acknowledged');
  await page.keyboard.press('a');
  await page.getByTestId('account-number').waitFor();
  if ((await page.getByTestId('account-number').innerText()).replace(/ /g, '') !== account) throw new Error('another account');
  await page.keyboard.press('Alt+1');
  await page.getByRole('button', {name: '复制账号 已复制'}).waitFor();
  if ((await page.evaluate(() => navigator.clipboard.readText())) !== account) throw new Error('nothing was copied');

  // The four fields: one that differs forbids the stop, all equal allow it.
  await page.locator('#record-name').fill('测试别人');
  await page.getByText('户名不符，不得止付').waitFor();
  for (const field of ['户名', '账号', '入账 1']) await page.getByRole('button', {name: `一致：${field}`}).click();
  await page.getByText('户名不符，不得止付').waitFor({state: 'hidden'});
  await page.getByLabel('止付前余额').fill('3.2万');
  await page.getByText('叁万贰仟元整').waitFor();
  await page.getByText('止付前已转出').click();
  const moved = `账号\t户名\t银行\t金额\t时间\n${card('990002')}\t测试二层\t测试银行二\t18,000.00\t${beijing(Date.now() - 300_000)}`;
  await page.evaluate((text) => navigator.clipboard.writeText(text), moved);
  await page.getByLabel('在此粘贴转出明细').focus();
  await page.keyboard.press('Control+V');
  await page.getByText('止付前已转出（1 笔）').waitFor();
  await bank.look('bank-answer');
  await page.getByRole('button', {name: '确认已止付'}).click();
  await page.getByText('已作答复').waitFor();
  await bank.look('bank-stopped');

  // The second stop, while the first one runs.
  await officer.post(`/v1/stopOrders/${order}:requestExtension`, {reason: '测试：尚在查证'});
  await page.getByText('公安机关申请第二次止付').waitFor();
  await page.getByRole('button', {name: '已续止'}).click();
  await page.getByText('第二次止付').first().waitFor();

  // The security desk countersigns what the police have delivered.
  const security = await (await stage.person('wei.security')).logIn();
  await security.beginShift();
  await officer.deliverPapers(order);
  await security.page.locator(`[data-subject="stopOrders/${order}"]`).click();
  await security.page.getByRole('button', {name: '预览'}).first().click();
  await security.page.locator('iframe').waitFor();
  await security.look('security-papers');
  // By keyboard: the viewer of the file beside it takes the mouse's place while it loads.
  await security.page.getByRole('button', {name: '核签', exact: true}).press('Enter');
  await security.page.getByText('文书已核签').waitFor();

  // The stop ends; the bank confirms that nothing is held.
  await page.getByText('止付已结束，请确认解除').waitFor({timeout: 60_000});
  await page.getByRole('button', {name: '确认已解除'}).click();
  await page.getByText('止付已结束，请确认解除').waitFor({state: 'hidden'});
  await bank.look('bank-lifted');

  await shared(stage, officer);

  // A line that breaks is told of, comes back by itself, and has missed nothing.
  await page.context().setOffline(true);
  await page.getByText('连接中断').waitFor({timeout: 60_000});
  const meanwhile = await officer.report(card('990001'));
  await page.context().setOffline(false);
  await page.locator(`[data-subject="stopOrders/${meanwhile}"]`).waitFor();

  // A silent page does not count; English is remembered, and a reload comes back to the same place without asking.
  await page.getByRole('button', {name: /^静音/}).click();
  await page.getByTestId('desk-state').getByText('无人在岗').waitFor();
  await page.getByText('EN', {exact: true}).click();
  await page.getByRole('navigation').getByRole('link', {name: 'Stop orders'}).waitFor();
  const here = page.url();
  await page.reload();
  await page.getByRole('navigation').getByRole('link', {name: 'Stop orders'}).waitFor();
  if (page.url() !== here) throw new Error(`came back to ${page.url()} instead of ${here}`);
  await bank.keepsNoToken('after a reload');
  await page.getByRole('heading', {level: 1}).waitFor();
  await page.setViewportSize({width: 1024, height: 768});
  await bank.look('bank-tablet-en');
}

/** Two stations' victims have paid into one account: nobody releases its stop over the other's head. */
async function shared(stage, officer) {
  const account = card('990001');
  const bank = await Caller.logIn('qian.bank');
  const elsewhere = await Caller.logIn('gu.officer');
  const first = await officer.report(account);
  await bank.comesToBe(`/v1/stopOrders/${first}`);
  const {id: caseId, stopOrders} = await elsewhere.file(account);
  const second = stopOrders[0].stopOrder;
  await elsewhere.comesToBe(`/v1/stopOrders/${second}`, (order) => order.shared?.otherInterests === 1);
  await bank.post(`/v1/stopOrders/${first}:acknowledge`);
  const {accountName, transfers} = await bank.get(`/v1/stopOrders/${first}`);
  await bank.post(`/v1/stopOrders/${first}:recordStop`, {
    record: {
      accountName,
      accountNumber: account,
      credits: transfers.map((each) => ({amountFen: each.amountFen, bookingTime: each.transferTime, serialNumber: each.serialNumber})),
    },
    balanceBeforeFen: '5000000',
    heldFen: '5000000',
    operator: {name: '测试钱联络'},
  });

  // The other station is asked, and says that its case still needs it.
  const station = await (await stage.visitor('gu.officer', `/cases/${caseId}`)).logIn();
  await station.page.getByText('已止付').first().waitFor();
  await officer.post(`/v1/stopOrders/${first}:release`, {reason: '测试：与本案无关'});
  const keep = station.page.getByRole('button', {name: '本案仍需止付'});
  await keep.waitFor();
  await station.page.getByText('他方要求解除').waitFor();
  await station.look('bank-release-wanted');
  await keep.click();
  await keep.waitFor({state: 'hidden'});
  await station.look('bank-interest-kept');
}
