// An administrator's afternoon: a station more, a line more in the routing table after a trial, an officer more; and back.
import {randomInt} from 'node:crypto';

export default async function tell(stage) {
  const admin = await (await stage.person('admin')).logIn('admin-demo');
  const {page} = admin;
  const number = String(randomInt(100_000, 1_000_000));

  // A station below the county, with its telephone; a code that is taken is told beside what was typed.
  await page.getByRole('heading', {name: /^机构（/}).waitFor();
  await admin.look('administrator-institutions');
  await page.getByRole('button', {name: '新增下级：测试县公安局', exact: true}).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('名称').fill(`测试派出所 ${number}`);
  await form.getByLabel('机构代码').fill('999001000001');
  await form.getByLabel('值班室电话').fill(`000-${number}`);
  await form.getByRole('button', {name: '新增机构'}).click();
  await form.locator('.ant-form-item', {hasText: '机构代码'}).getByText('机构代码 999001000001 已被使用').waitFor();
  await admin.look('administrator-institution-form');
  if ((await form.getByLabel('值班室电话').inputValue()) !== `000-${number}`) throw new Error('typed text was lost');
  await form.getByLabel('机构代码').fill(`999001${number}`);
  await form.getByRole('button', {name: '新增机构'}).click();
  await form.waitFor({state: 'hidden'});
  await page.getByLabel('名称、代码、区划或电话').fill(number);
  await page.getByText(`测试派出所 ${number}`).first().waitFor();
  await page.getByRole('button', {name: `修改 测试派出所 ${number}`}).click();
  await form.getByLabel('名称').fill(`测试派出所 ${number} 改`);
  await form.getByRole('button', {name: '保存'}).click();
  await page.getByText(`测试派出所 ${number} 改`, {exact: true}).waitFor();

  // An officer of it: made, known to the login service, disabled by name.
  await page.getByRole('link', {name: '人员'}).click();
  await page.getByRole('button', {name: '新增人员'}).click();
  await form.getByLabel('所属机构').fill(number);
  await page.getByTitle(new RegExp(`^测试派出所 ${number} 改`)).click();
  await form.getByLabel('登录名').fill('chen.officer');
  await form.getByLabel('姓名').fill('测试新警官');
  await form.getByLabel('派出所民警').check();
  await form.getByRole('button', {name: '随机生成'}).click();
  await form.getByRole('button', {name: '新增人员'}).click();
  await form.getByText('该登录名已被使用').first().waitFor();
  await admin.look('administrator-officer-form');
  await form.getByLabel('登录名').fill(`test.${number}`);
  await form.getByRole('button', {name: '新增人员'}).click();
  await form.waitFor({state: 'hidden'});
  await page.getByLabel('登录名、姓名或编号').fill(number);
  const officer = page.getByRole('row', {name: `test.${number}`});
  await officer.getByText('可登录').waitFor({timeout: 60_000});
  await admin.look('administrator-officers');
  await officer.getByRole('button', {name: `停用 test.${number}`}).click();
  await page.getByRole('dialog').getByLabel('理由').fill('测试：调离');
  await page.getByRole('dialog').getByRole('button', {name: '停用'}).click();
  await officer.getByText('已停用').waitFor({timeout: 60_000});

  // A line more in the routing table: read, tried, looked at, put in place.
  await page.getByRole('link', {name: '路由表'}).click();
  await page.getByRole('button', {name: '导入新表'}).click();
  await page.getByRole('button', {name: '填入现表'}).click();
  const table = page.getByLabel('在此粘贴表格');
  const before = await table.inputValue();
  await table.fill(`${before}\n99A\t\t\t\t999100000001\t\t`);
  await page.getByText('号段应为不超过 12 位数字：99A').waitFor();
  await table.fill(`${before}\n99${number}\t19\t银行卡\t\t999100000001\t\t`);
  await page.getByRole('button', {name: '试算'}).click();
  await page.getByText(/^将新增 1 行，删除 0 行/).waitFor();
  await admin.look('administrator-import');
  await page.getByRole('button', {name: '替换：新增 1，删除 0'}).click();
  await page.getByLabel('号段或名称').fill(`99${number}`);
  await page.getByRole('cell', {name: `99${number}`}).waitFor();

  // And out of it again; what goes must be looked at first.
  await page.getByRole('button', {name: '导入新表'}).click();
  await table.fill(before);
  await page.getByRole('button', {name: '试算'}).click();
  const replace = page.getByRole('button', {name: '替换：新增 0，删除 1'});
  await replace.waitFor();
  if (await replace.isEnabled()) throw new Error('a line goes without a look at it');
  await page.getByLabel('已核对将删除的 1 行').check();
  await replace.click();
  await page.getByText('没有符合的行').waitFor();
  await page.getByRole('link', {name: '路由差错'}).click();
  await page.getByRole('heading', {name: '路由差错'}).waitFor();
  await admin.look('administrator-errors');

  // The station takes no part any more; in English, on a tablet.
  await page.getByRole('link', {name: '机构', exact: true}).click();
  await page.getByLabel('名称、代码、区划或电话').fill(number);
  await page.getByRole('button', {name: `停用 测试派出所 ${number} 改`}).click();
  await page.getByRole('dialog').getByLabel('理由').fill('测试：撤并');
  await page.getByRole('dialog').getByRole('button', {name: '停用'}).click();
  await page.getByText('已停用').first().waitFor();
  await page.getByText('EN', {exact: true}).click();
  await page.getByText('disabled', {exact: true}).first().waitFor();
  await page.setViewportSize({width: 1024, height: 768});
  await admin.look('administrator-tablet-en');
  await admin.keepsNoToken('administrator');
}
