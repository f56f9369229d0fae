// A payment to an account the victim could not read: his bank tells whom it reached, tells the wrong one first, and puts it
// right; the stop that went out on the wrong answer is taken back by itself.
import {Caller, card} from './world.mjs';

export default async function tell(stage) {
  const officer = await Caller.logIn('chen.officer');
  const bank = await (await stage.person('qian.bank')).logIn();
  const {page} = bank;
  const addresses = [];
  page.on('request', (request) => addresses.push(decodeURIComponent(request.url())));
  const filed = await officer.fileMasked({institutionName: '测试银行一', accountNumber: card('990001')});
  const {accountQuery} = filed.lookups[0];
  await page.locator(`[data-subject="accountQueries/${accountQuery}"]`).click();
  await page.getByRole('button', {name: '接收', exact: true}).click();

  const [wrong, right] = [card('990002'), card('990002')];
  await page.getByLabel('收款账号').fill(wrong);
  await page.getByLabel('收款户名').fill('测试误报人');
  await page.getByLabel('机构名称').fill('测试银行二');
  await page.getByRole('button', {name: '确认答复'}).click();
  await page.getByText('已告知收款方').first().waitFor();
  await bank.look('lookup-told');

  await page.getByRole('button', {name: '更正答复'}).click();
  await page.getByLabel('收款账号').fill(right);
  await page.getByLabel('收款户名').fill('测试收款人');
  await page.getByRole('button', {name: '确认更正'}).click();
  await page.getByText('必填').waitFor();
  await page.getByLabel('更正原因').fill('测试：看错一行');
  await bank.look('lookup-correcting');
  await page.getByRole('button', {name: '确认更正'}).click();
  await page.getByText('测试：看错一行').waitFor();
  await page.getByText(right).waitFor();
  await bank.look('lookup-corrected');

  await page.getByText('EN', {exact: true}).click();
  await page.getByText('Answer given').or(page.getByRole('button', {name: 'Correct'})).first().waitFor();
  await page.setViewportSize({width: 1024, height: 768});
  await bank.look('lookup-tablet-en');

  // The station sees both beside each other, and the right account stopped.
  const station = await (await stage.person('chen.officer')).logIn();
  await station.page.goto(new URL(`/cases/${filed.id}?tab=lookups`, station.page.url()).href);
  await station.page.locator(`[data-lookup="${accountQuery}"]`).getByText('测试收款人', {exact: false}).waitFor();
  await station.look('lookup-station');
  for (const secret of [wrong, right]) {
    if (addresses.some((address) => address.includes(secret))) throw new Error('personal data in an address');
  }
}
