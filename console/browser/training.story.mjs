// Two lessons of the training space, played to their ends by somebody who never logs in; nothing leaves his browser.
import {at, begin, finished, openFirst, seen} from './lesson.mjs';
import {paper} from './world.mjs';

export default async function tell(stage) {
  await playOfficer(stage);
  await playBank(stage);
}

async function playOfficer(stage) {
  const trainee = await begin(stage, 'station-officer');
  const {page} = trainee;
  await trainee.look('training-roles');
  await page.locator('[data-role="station-officer"]').click();
  await at(trainee, 'open');
  if (!(await page.title()).startsWith('【演练】')) stage.faults.push('the title does not say that this is an exercise');
  await trainee.look('training-officer-begins');
  await page.getByRole('button', {name: '新建接警'}).click();

  // The victim's message is pasted and read; who he is, is typed.
  await at(trainee, 'paste');
  const message = await page.getByTestId('material').innerText();
  await page.getByRole('button', {name: /^复制/}).first().click();
  await page.getByLabel(/^粘贴短信/).focus();
  await page.keyboard.press('Control+V');
  await page.getByRole('button', {name: '填入 1 笔'}).click();
  await at(trainee, 'victim');
  if (!message.includes('演练银行一')) stage.faults.push('the message names no bank of the exercise');
  await page.locator('[data-path="victim.name"]').getByRole('textbox').fill('演练王某某');
  await page.locator('[data-path="fraudType"] select').selectOption('FALSE_AUTHORITY');
  await at(trainee, 'stop');
  await trainee.look('training-officer-form');

  // One look, then the stop; nobody is at the bank, so he rings.
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog').waitFor();
  await trainee.look('training-officer-review');
  await page.getByRole('dialog').getByRole('button', {name: '立即止付 1 个账户'}).click();
  await at(trainee, 'ring');
  await page.locator('[data-reach="REACH_NOBODY_THERE"]').waitFor();
  await trainee.look('training-officer-ring');
  await page.getByRole('link', {name: /000-9985011/}).click();
  await at(trainee, 'case');
  await page.getByRole('link', {name: '打开案件'}).click();
  await at(trainee, 'answered');
  await page.locator('[data-state="STOPPED"]').nth(1).waitFor();
  await trainee.look('training-officer-stopped');
  await seen(trainee, 'answered');
  await at(trainee, 'layer');
  await page.getByRole('tab', {name: '资金流向'}).click();

  // Folded away, the way out is still there.
  await at(trainee, 'papers');
  await page.getByRole('button', {name: '收起课程'}).click();
  await page.getByTestId('lesson').getByRole('button', {name: '离开演练'}).waitFor();
  await trainee.look('training-officer-folded');
  await page.getByRole('button', {name: '展开课程'}).click();
  await page.getByRole('tab', {name: /^止付/}).click();

  // The papers, the head's table, the receipt.
  await at(trainee, 'papers');
  const order = page.locator('[data-order]').first();
  for (const kind of ['止付通知书', '警察证复印件']) {
    const file = {name: '演练.pdf', mimeType: 'application/pdf', buffer: paper('TRAINING')};
    await order.getByLabel(kind, {exact: true}).setInputFiles(file);
    await order.locator('li', {hasText: kind}).waitFor();
  }
  await order.getByRole('button', {name: '送达银行'}).click();
  await at(trainee, 'review');
  await page.getByRole('button', {name: '转入审查'}).click();
  await page.getByRole('dialog').getByRole('button', {name: '转入审查'}).click();
  await at(trainee, 'receipt');
  await page.getByRole('link', {name: '打印回执'}).click();
  await finished(trainee, 'training-officer-finished');

  // In English, on a tablet; then out of it.
  await page.getByText('EN', {exact: true}).click();
  await page.getByText('Lesson completed').first().waitFor();
  await page.setViewportSize({width: 820, height: 1180});
  await trainee.look('training-officer-tablet-en');
}

async function playBank(stage) {
  const trainee = await begin(stage, 'bank-liaison');
  const {page} = trainee;
  await page.locator('[data-role="bank-liaison"]').click();
  await at(trainee, 'shift');
  await trainee.beginShift();

  // The first agrees in everything; what has left is named.
  await at(trainee, 'arrives');
  await openFirst(trainee);
  await at(trainee, 'take');
  await trainee.look('training-bank-arrived');
  await page.getByRole('button', {name: '接收（A）'}).click();
  await at(trainee, 'answer');
  await stopByTheBooks(trainee, '55000');
  await at(trainee, 'outflow');
  await trainee.look('training-bank-stopped');
  await nameOutflows(trainee);

  // The second's name differs: no stop, whatever is tried.
  await at(trainee, 'mismatch');
  await openFirst(trainee);
  await page.getByRole('button', {name: '接收（A）'}).click();
  await page.locator('#record-name').fill('演练吴八');
  await page.getByRole('button', {name: '改为答复要素不符'}).click();
  await trainee.look('training-bank-mismatch');
  await page.getByRole('radiogroup', {name: '不符的要素'}).getByText('户名').click();
  await page.getByRole('button', {name: '答复要素不符', exact: true}).click();

  // Mended, it is stopped, though nothing is left; and lifted.
  await at(trainee, 'mended');
  await openFirst(trainee);
  await page.getByRole('button', {name: '接收（A）'}).click();
  await stopByTheBooks(trainee, '0');
  await nameOutflows(trainee);
  await at(trainee, 'lift');
  await page.getByRole('button', {name: '确认已解除'}).click();

  // Two days later the second and last stop is asked for.
  await at(trainee, 'wait');
  await page.getByRole('button', {name: '快进 44 小时'}).click();
  await at(trainee, 'extend');
  await openFirst(trainee);
  await page.getByRole('button', {name: '已续止'}).click();
  await at(trainee, 'leave');
  await trainee.look('training-bank-extended');
  await page.getByRole('button', {name: '下班'}).click();
  await finished(trainee, 'training-bank-finished');
  trainee.left = true;
  await page.getByRole('button', {name: '离开演练'}).click();
  await page.waitForURL((address) => !address.pathname.startsWith('/training'));
}

/** The books say the same as the order in all four. */
async function stopByTheBooks({page}, balance) {
  await page.locator('#record-name').waitFor();
  for (const same of await page.getByRole('button', {name: /^一致：/}).all()) await same.click();
  await page.getByLabel('止付前余额').fill(balance);
  await page.getByRole('button', {name: '确认已止付'}).click();
}

async function nameOutflows({page}) {
  await page.getByRole('button', {name: '补报转出'}).click();
  await page.getByTestId('lesson').getByRole('button', {name: /转出明细/}).click();
  await page.getByLabel('在此粘贴转出明细').focus();
  await page.keyboard.press('Control+V');
  await page.getByRole('button', {name: '报送'}).click();
}
