// The other roles' lessons, each played to its end through the real pages.
import {at, begin, finished, openFirst, passed, seen} from './lesson.mjs';
import {beijing, paper} from './world.mjs';

export default async function tell(stage) {
  for (const [role, play] of Object.entries(LESSONS)) {
    const trainee = await begin(stage, role);
    await trainee.page.locator(`[data-role="${role}"]`).click();
    await play(trainee);
    await finished(trainee, `training-${role}-finished`);
    await trainee.page.context().close();
  }
}

const LESSONS = {
  'bank-security-desk': async (trainee) => {
    const {page} = trainee;
    await trainee.beginShift();
    await at(trainee, 'open');
    await openFirst(trainee);
    await at(trainee, 'look');
    await page.getByRole('button', {name: '预览'}).first().click();
    await at(trainee, 'sign');
    await page.getByRole('button', {name: '核签', exact: true}).click();
    await at(trainee, 'lookAgain');
    await page.getByText('没有待办').waitFor();
    await openFirst(trainee);
    await page.getByRole('button', {name: '预览'}).first().click();
    await at(trainee, 'refuse');
    await page.getByRole('button', {name: '退回…'}).click();
    await page.getByLabel('退回原因').fill('测试：金额不符');
    await page.getByRole('button', {name: '确认退回'}).click();
    await at(trainee, 'book');
    const file = {name: '演练.pdf', mimeType: 'application/pdf', buffer: paper('TRAINING')};
    await page.getByLabel('交接照片', {exact: true}).setInputFiles(file);
    await page.getByRole('cell', {name: '演练.pdf'}).waitFor();
    await page.getByLabel('文号').fill('演练止付〔2026〕0088号');
    await page.getByLabel('送达人警号').fill('998101');
    await page.getByRole('button', {name: '登记送达'}).click();
    await at(trainee, 'last');
    await page.getByRole('button', {name: '核签', exact: true}).click();
  },
  'county-approver': async (trainee) => {
    const {page} = trainee;
    const decide = async (say, confirm) => {
      await page.locator('#decide').getByRole('radio', {name: say, exact: true}).focus();
      await page.keyboard.press('Space');
      await page.getByLabel('理由（记入案卷）').fill('测试：理由');
      await page.getByRole('button', {name: confirm}).click();
    };
    await openFirst(trainee);
    await at(trainee, 'evidence');
    await page.getByRole('button', {name: '查看'}).click();
    await at(trainee, 'file');
    await decide('立案', '确认立案');
    await at(trainee, 'second');
    await openFirst(trainee);
    await at(trainee, 'decline');
    await decide('不予立案', '确认不予立案');
    await at(trainee, 'trace');
    await openFirst(trainee);
    await page.locator('#decide').getByRole('radio', {name: '批准', exact: true}).focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', {name: '确认批准倒查'}).click();
    await at(trainee, 'again');
    await page.getByText('不予立案', {exact: true}).first().click();
    await page.locator('a[href^="/training/approval/cases/"]').first().click();
    await passed(trainee, 'again', 'after');
    await decide('立案', '确认立案');
    await at(trainee, 'board');
    await page.getByRole('navigation').getByRole('link', {name: '时限总览'}).click();
  },
  'station-supervisor': async (trainee) => {
    const {page} = trainee;
    await seen(trainee, 'board');
    await at(trainee, 'duty');
    await page.locator('[data-view="desks"]').click();
    await page.getByRole('button', {name: '查看 演练银行二 值班人'}).first().click();
    await at(trainee, 'ring');
    await page.getByRole('dialog').getByRole('link', {name: '000-9985021'}).first().click();
    await at(trainee, 'taken');
    await page.keyboard.press('Escape');
    await page.locator('[data-view="running"]').click();
    await seen(trainee, 'taken');
    await at(trainee, 'pass');
    await page.getByRole('button', {name: '快进 6 分钟'}).click();
    await at(trainee, 'case');
    await page.locator('[data-view="overdue"]').click();
    await page.locator('tr', {hasText: '演练银行三'}).getByRole('link', {name: /^YL/}).first().click();
    await at(trainee, 'again');
    await page.getByRole('link', {name: /000-9985031/}).first().click();
    await seen(trainee, 'stopped');
    await at(trainee, 'back');
    await page.getByRole('navigation').getByRole('link', {name: '时限总览'}).click();
  },
  'carrier-staff': async (trainee) => {
    const {page} = trainee;
    await trainee.beginShift();
    await at(trainee, 'open');
    await openFirst(trainee);
    await at(trainee, 'take');
    await page.getByLabel(/时钟偏差/).fill('40');
    await page.getByRole('button', {name: '接收（A）'}).click();
    await at(trainee, 'preserve');
    await page.getByRole('button', {name: '登记留存'}).click();
    await at(trainee, 'answer');
    const material = await page.getByTestId('material').innerText();
    const [, start] = /开始时间\s+([\d: -]+\d)/.exec(material) ?? [];
    await page.getByLabel('话单开始时间（本局时钟）').fill(start ?? beijing(Date.now()));
    for (const [side, cic] of [
      ['incoming', '78'],
      ['outgoing', '31'],
    ]) {
      await page.locator(`[data-leg="${side}"]`).getByLabel('CIC').fill(cic);
    }
    await page.getByLabel('单位名称（从通讯录选择）').fill('演练电信');
    await page.getByRole('button', {name: '提交答复'}).click();
    await seen(trainee, 'disputed');
    await at(trainee, 'mend');
    await page.locator('[data-leg="incoming"]').getByLabel('CIC').fill('77');
    await page.getByRole('button', {name: '提交答复'}).click();
    await seen(trainee, 'landed');
    await at(trainee, 'leave');
    await page.getByRole('button', {name: '下班'}).click();
  },
  auditor: async (trainee) => {
    const {page} = trainee;
    const ask = page.getByRole('button', {name: '查询'});
    const receipt = await page.getByTestId('material').innerText();
    const thing = page.getByRole('search').getByRole('textbox').first();
    await thing.fill(receipt);
    await ask.click();
    await at(trainee, 'read');
    await page.getByRole('search').getByText('查看', {exact: true}).click();
    await ask.click();
    await at(trainee, 'person');
    await page.getByRole('button', {name: '998103'}).first().click();
    await at(trainee, 'refused');
    await page.getByRole('search').getByText('被拒绝', {exact: true}).click();
    await ask.click();
    await at(trainee, 'thing');
    await page.locator('tr', {has: page.locator('[data-action="freezing.ReleaseStopOrder"]')}).getByRole('button', {name: /^…/}).click();
    await at(trainee, 'time');
    await page.locator('input[type="datetime-local"]').first().fill('2026-01-01T00:00:00');
    await ask.click();
    await at(trainee, 'self');
    await thing.fill('');
    await page.getByLabel(/^人员/).fill('998007');
    await page.getByRole('search').getByText('全部', {exact: true}).click();
    await ask.click();
  },
  administrator: async (trainee) => {
    const {page} = trainee;
    const form = page.getByRole('dialog');
    await page.getByRole('button', {name: '新增下级：演练县公安局', exact: true}).click();
    await form.getByLabel('名称').fill('演练派出所二');
    await form.getByLabel('机构代码').fill('998001000002');
    await form.getByRole('button', {name: '新增机构'}).click();
    await at(trainee, 'phone');
    await page.getByRole('button', {name: '修改 演练银行二'}).click();
    await form.getByLabel(/联络岗/).fill('000-9985099');
    await form.getByRole('button', {name: '保存'}).click();
    await at(trainee, 'officer');
    await page.getByRole('link', {name: '人员'}).click();
    await page.getByRole('button', {name: '新增人员'}).click();
    await form.getByLabel('所属机构').fill('演练派出所二');
    await page.getByTitle(/^演练派出所二/).click();
    await form.getByLabel('登录名').fill('yl.new');
    await form.getByLabel('姓名').fill('演练新警官');
    await form.getByLabel('派出所民警').check();
    await form.getByRole('button', {name: '随机生成'}).click();
    await form.getByRole('button', {name: '新增人员'}).click();
    await at(trainee, 'leaves');
    await page.getByRole('button', {name: '停用 yl.carrier-staff'}).click();
    await form.getByLabel('理由').fill('演练：离岗');
    await form.getByRole('button', {name: '停用'}).click();
    await at(trainee, 'errors');
    await page.getByRole('link', {name: '路由差错'}).click();
    await at(trainee, 'routes');
    await page.getByRole('link', {name: '路由表'}).click();
    await at(trainee, 'trial');
    await page.getByRole('button', {name: '导入新表'}).click();
    await page.getByTestId('lesson').getByRole('button', {name: /更正后的路由表/}).click();
    await page.getByLabel('在此粘贴表格').focus();
    await page.keyboard.press('Control+V');
    await page.getByRole('button', {name: '试算'}).click();
    await at(trainee, 'replace');
    await page.getByLabel('已核对将删除的 1 行').check();
    await page.getByRole('button', {name: /^替换：/}).click();
  },
};
