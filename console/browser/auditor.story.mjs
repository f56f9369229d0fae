// Who saw this order? An auditor finds it by the number on the receipt, goes on to what one man did, and to who was
// turned away; what he looks for stands in no address but by opaque ids.
import {Caller, card} from './world.mjs';

export default async function tell(stage) {
  const officer = await Caller.logIn('chen.officer');
  const bank = await Caller.logIn('qian.bank');
  const stranger = await Caller.logIn('zhou.bank');
  const account = card('990001');
  const order = await officer.report(account);
  await bank.comesToBe(`/v1/stopOrders/${order}`);
  await bank.post(`/v1/stopOrders/${order}:acknowledge`);
  await stranger.get(`/v1/stopOrders/${order}`).then(
    () => Promise.reject(new Error('another bank was let')),
    () => undefined,
  );
  const {orderNumber, caseId} = await officer.get(`/v1/stopOrders/${order}`);

  const auditor = await (await stage.person('tang.auditor')).logIn();
  const {page} = auditor;
  const addresses = [];
  page.on('request', (request) => addresses.push(decodeURIComponent(request.url())));
  await page.getByRole('heading', {name: '审计：谁看过、谁做过'}).waitFor();

  // An account is nothing that a log names, and is not asked for.
  const thing = page.getByRole('textbox', {name: /^对象/});
  await thing.fill('测试收款人');
  await page.getByRole('button', {name: '查询'}).click();
  await page.getByText('看不出是什么').waitFor();

  // The order by its printed number: who took it in hand, who looked, who was turned away.
  await page.getByLabel('对象种类').selectOption('stopOrders');
  await thing.fill(orderNumber);
  await thing.press('Enter');
  await page.locator('[data-action="freezing.AcknowledgeStopOrder"]').waitFor();
  await page.getByText('无权查看或办理').first().waitFor();
  await page.getByRole('button', {name: 'B10001'}).first().waitFor();
  if (!page.url().includes(`subject=stopOrders%2F${order}`)) throw new Error(`not in the address: ${page.url()}`);
  await auditor.look('auditor-order');

  // The whole of one entry, for who checks the hash.
  const acknowledged = page.locator('tr', {has: page.locator('[data-action="freezing.AcknowledgeStopOrder"]')}).first();
  await acknowledged.getByRole('button', {name: /^(?:Expand row|展开行)$/}).click();
  await page.getByText('校验值').first().waitFor();

  // What this man did, in every log; he is in no address of the page.
  await page.getByRole('button', {name: 'B10001'}).first().click();
  await page.locator('[data-action^="liaison."], [data-action^="freezing."]').first().waitFor();
  if (new URL(page.url()).searchParams.has('officer')) throw new Error('the officer stands in the address');
  await auditor.look('auditor-officer');

  // Only refusals, of one bank; a span that is too long is refused beside its field.
  await page.getByLabel(/^人员/).fill('');
  await page.getByLabel('单位').fill('测试银行二');
  await page.getByText('被拒绝', {exact: true}).first().click();
  await page.getByLabel(/^起/).fill('2026-01-01T00:00:00');
  await page.getByRole('button', {name: '查询'}).click();
  await page.getByText('起止时间须相距不超过31天').first().waitFor();
  await page.getByLabel(/^起/).fill('');
  await page.getByRole('button', {name: '查询'}).click();
  await page.getByText('无权查看或办理').first().waitFor();
  await auditor.look('auditor-refused');

  // The case's own log, by its address; a reload asks the same again.
  await page.goto(new URL(`/audit?subject=cases%2F${caseId}`, page.url()).href);
  await page.locator('[data-action="casefile.FileReport"]').waitFor();
  await page.getByText('EN', {exact: true}).click();
  await page.getByRole('heading', {name: 'Audit: who saw or did what'}).waitFor();
  await page.setViewportSize({width: 1024, height: 768});
  await auditor.look('auditor-tablet-en');
  await auditor.keepsNoToken('at the end');
  for (const secret of [account, '测试收款人', '测试事主']) {
    if (addresses.some((address) => address.includes(secret))) throw new Error('personal data in an address');
  }
}
