// A supervisor's board: a stop that nobody takes runs down before his eyes, becomes overdue, and is alarmed.
import {randomInt} from 'node:crypto';
import {Caller, card} from './world.mjs';

export default async function tell(stage) {
  const supervisor = await (await stage.person('sun.supervisor')).logIn();
  const {page} = supervisor;
  await page.getByRole('heading', {name: '时限总览'}).waitFor();

  const officer = await Caller.logIn('chen.officer');
  const {receiptNumber, stopOrders} = await officer.file(card('990002'), {institutionName: '测试银行二'});

  // It comes by itself, with its bank, and turns red when its time is over.
  const row = page.locator('tr', {hasText: receiptNumber}).filter({hasText: '接收'});
  await newestOverdue(page);
  await row.filter({hasText: '测试银行二'}).waitFor();
  await row.locator('[data-level="over"]').waitFor();
  await supervisor.look('supervisor-overdue');

  // The clock says by which law it runs, on focus.
  await row.getByRole('timer').focus();
  await page.getByRole('tooltip').getByText('依据').waitFor();
  await page.keyboard.press('Escape');

  // Who holds the ball, and who was told.
  await page.locator('[data-holder]', {hasText: '测试银行二'}).first().waitFor();
  const alarms = page.getByRole('region', {name: '告警'});
  await alarms.getByText(receiptNumber).first().waitFor();
  await page.getByLabel('机构类型').selectOption('POLICE');
  await row.waitFor({state: 'hidden'});
  await page.getByRole('button', {name: '清除筛选'}).click();
  await row.waitFor();
  await page.getByLabel('时限种类').selectOption('acknowledge');
  await supervisor.look('supervisor-filtered');
  await page.getByRole('button', {name: '清除筛选'}).click();

  // Desks: the empty ones first, and whom to ring.
  const name = `测试值班${randomInt(100_000)}`;
  await onDuty('测试银行二', name);
  await page.locator('[data-view="desks"]').click();
  await page.getByRole('cell', {name: '测试银行二'}).first().waitFor();
  await supervisor.look('supervisor-desks');
  await page.getByRole('button', {name: '查看 测试银行二 值班人'}).first().click();
  await page.getByRole('dialog').getByText(name).waitFor();
  await page.getByRole('dialog').getByRole('link', {name: '000-9990003'}).waitFor();
  await page.keyboard.press('Escape');

  // From the clock to the case, on a tablet, in English.
  await newestOverdue(page);
  await page.getByText('EN', {exact: true}).click();
  await page.getByRole('heading', {name: 'All clocks'}).waitFor();
  await page.setViewportSize({width: 820, height: 1180});
  await supervisor.look('supervisor-tablet-en');
  await page.getByRole('link', {name: receiptNumber}).first().click();
  await page.locator(`[data-order="${stopOrders[0].stopOrder}"]`).waitFor();
  await supervisor.keepsNoToken('supervisor');
}

/** The bank says who is on duty at its desk. */
async function onDuty(bankName, name) {
  const bank = await Caller.logIn('zhou.bank');
  const {institutions} = await bank.get('/v1/institutions?pageSize=100');
  const {id} = institutions.find((each) => each.name === bankName);
  const duty = {desk: 'LIAISON_DESK', role: 'OFFICER_A', name, phone: '000-9990003'};
  await bank.post(`/v1/institutions/${id}/roster:setDuty`, {duty});
}

/** The longest overdue stand first; turned round, the page begins with what has just become overdue. */
async function newestOverdue(page) {
  await page.locator('[data-view="overdue"]').click();
  await page.getByRole('columnheader', {name: '剩余'}).click();
}
