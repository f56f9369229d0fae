// What lies on a unit's desk: a stop that the bank could not carry out is taken note of, a field that differs is put right
// from there, a payment nobody could be asked about gets its institution by hand.
import {Caller, card} from './world.mjs';

export default async function tell(stage) {
  const officer = await Caller.logIn('chen.officer');
  const bank = await Caller.logIn('qian.bank');
  const station = await (await stage.person('chen.officer')).logIn();
  const {page} = station;
  await page.getByRole('navigation').getByRole('link', {name: '待办'}).click();
  await page.getByRole('heading', {name: '待办'}).waitFor();

  // The bank could not carry it out: there is nothing to do but to know it.
  const failed = await officer.report(card('990001'));
  await bank.comesToBe(`/v1/stopOrders/${failed}`);
  await bank.post(`/v1/stopOrders/${failed}:acknowledge`);
  await bank.post(`/v1/stopOrders/${failed}:recordFailure`, {
    technicalCause: '测试：核心系统停机',
    operator: {name: '测试钱联络', phone: '000-9995011'},
  });
  const task = page.locator(`li[data-kind="STOP_FAILED"][data-subject="stopOrders/${failed}"]`);
  await task.waitFor();
  await station.look('todo');
  // Gathered by case, it stands under its case's receipt number; then as at first.
  await page.getByLabel('分组', {exact: true}).selectOption('case');
  await page.locator('section[data-group]').filter({has: task}).getByRole('heading', {name: /^案件 /}).waitFor();
  await station.look('todo-by-case');
  await page.getByRole('button', {name: '恢复默认'}).click();
  await task.getByRole('button', {name: '知悉'}).click();
  await task.waitFor({state: 'hidden'});

  // A field differs: from the desk straight to the order, which is put right there.
  const mended = await officer.report(card('990001'));
  await bank.comesToBe(`/v1/stopOrders/${mended}`);
  await bank.post(`/v1/stopOrders/${mended}:acknowledge`);
  await bank.post(`/v1/stopOrders/${mended}:recordMismatch`, {field: 'name', operator: {name: '测试钱联络', phone: '000-9995011'}});
  const mend = page.locator(`li[data-kind="MEND_STOP"][data-subject="stopOrders/${mended}"]`);
  await mend.getByRole('link').click();
  await page.locator(`[data-order="${mended}"]`).getByRole('button', {name: '更正重发'}).waitFor();

  // The account is masked and the payer's bank unknown: the command centre names whom to ask.
  const masked = await officer.fileMasked({institutionName: '测试无此银行', accountNumber: card('880009')});
  const command = await (await stage.person('guo.command')).logIn();
  const board = command.page;
  await board.getByRole('navigation').getByRole('link', {name: '待办'}).click();
  const route = board.locator(`li[data-kind="ROUTE_LOOKUP"]`).filter({has: board.locator(`a[href*="${masked.id}"]`)});
  await route.waitFor();
  await command.look('todo-command');
  await route.getByRole('link').click();
  await board.getByRole('button', {name: '指定查询机构'}).click();
  await board.getByLabel('所属机构').fill('测试银行二');
  await command.look('todo-lookup');
  await board.getByRole('button', {name: '指定并发送'}).click();
  await board.locator('[data-lookup]').getByText('测试银行二').waitFor();

  await board.getByText('EN', {exact: true}).click();
  await board.setViewportSize({width: 820, height: 1180});
  await command.look('todo-lookup-en');
  await page.getByText('EN', {exact: true}).click();
  await page.setViewportSize({width: 820, height: 1180});
  await page.goto(new URL('/todo', page.url()).href);
  await page.getByRole('heading', {name: 'To do'}).waitFor();
  await station.look('todo-en');
}
