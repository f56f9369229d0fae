// Two heads at their telephones and desks: a case not filed, then filed after all; a trace approved.
import {createHash} from 'node:crypto';
import {Caller, beijing, card} from './world.mjs';

const PHONE = {width: 390, height: 844};

export default async function tell(stage) {
  const officer = await Caller.logIn('chen.officer');
  const filed = await officer.post('/v1/cases', {urgent: true, report: report()});
  const caseId = filed.id;
  await officer.upload(`/v1/cases/${caseId}/evidence:upload?sha256=${createHash('sha256').update(PICTURE).digest('hex')}`, 'image/png', PICTURE);
  await officer.post(`/v1/cases/${caseId}:review`);

  // On a telephone: what waits, what it rests on, the refusal with its reason.
  const head = await (await stage.person('he.county', {viewport: PHONE})).logIn();
  const {page} = head;
  const addresses = [];
  page.on('request', (request) => addresses.push(decodeURIComponent(request.url())));
  const waiting = page.locator(`[data-subject="cases/${caseId}"]`);
  await waiting.waitFor();
  await head.look('approver-phone-queue');
  await waiting.click();
  await page.getByText('测试王某某').waitFor();
  await page.getByText('测试：自称公安局').waitFor();
  await page.getByText('经办人').waitFor();
  await fitsThePage(head);
  await head.look('approver-phone-case');
  await page.getByRole('button', {name: '查看'}).click();
  await page.locator('img[class*="preview"]').waitFor();
  await page.getByRole('link', {name: '直接到审批'}).click();
  await page.getByText('不予立案', {exact: true}).last().click();
  if (await page.getByRole('button', {name: '确认不予立案'}).isEnabled()) throw new Error('refused without a reason');
  await page.getByRole('button', {name: '没有犯罪事实。', exact: true}).click();
  await page.getByLabel('理由（记入案卷）').press('End');
  await page.keyboard.type('测试');
  await head.look('approver-phone-decide');
  await page.getByRole('button', {name: '确认不予立案'}).click();
  await page.getByRole('heading', {name: '已决定不予立案'}).waitFor();
  await page.getByText('没有犯罪事实。测试').waitFor();

  // Whoever reported is to be told; the head sees that he has not been, and then that he has.
  await page.getByText('尚未告知报案人').waitFor();
  await head.look('approver-phone-untold');
  await officer.post(`/v1/cases/${caseId}:recordFilingNotice`, {noticeNumber: '测不立告字〔2026〕1号', delivery: 'IN_PERSON'});

  // Another head files it after all, by keyboard, and says why.
  const other = await (await stage.person('lu.county')).logIn();
  const desk = other.page;
  await desk.getByText('不予立案', {exact: true}).click();
  await desk.locator(`a[href="/approval/cases/${caseId}"]`).click();
  await desk.getByText('没有犯罪事实。测试').waitFor();
  await desk.getByText('已告知报案人：测不立告字〔2026〕1号').waitFor();
  await other.look('approver-told');
  await desk.getByRole('radio', {name: '立案', exact: true}).focus();
  await desk.keyboard.press('Space');
  await desk.getByLabel('理由（记入案卷）').fill('测试：新的证据表明确有犯罪事实');
  await other.look('approver-again');
  await desk.getByRole('button', {name: '确认立案'}).press('Enter');
  await desk.getByRole('heading', {name: '已决定立案'}).waitFor();
  await other.look('approver-filed');

  // The head of the unit approves a trace; the officer who asked is named.
  await officer.post(`/v1/cases/${caseId}:requestTrace`, {contact: 1, paperNumber: '测试调证〔2026〕1号'});
  const unit = await (await stage.person('lin.unit')).logIn();
  const trace = unit.page.getByRole('button').filter({hasText: '审批倒查'}).last();
  await trace.click();
  await unit.page.getByText('测试调证〔2026〕1号').first().waitFor();
  await unit.page.getByText('测试陈警官').first().waitFor();
  await unit.look('approver-trace');
  await unit.page.getByText('批准', {exact: true}).click();
  await unit.page.getByRole('button', {name: '确认批准倒查'}).click();
  await unit.page.getByText('倒查中').first().waitFor();
  await unit.page.getByText('EN', {exact: true}).click();
  await unit.page.getByRole('navigation').getByRole('link', {name: 'Approvals'}).waitFor();
  await unit.page.setViewportSize({width: 1024, height: 768});
  await unit.look('approver-tablet-en');

  if (addresses.some((address) => /测试|1101/.test(address))) throw new Error('personal data in an address');
  await head.keepsNoToken('approver');
}

/** Nothing on a telephone's page may be wider than the telephone. */
async function fitsThePage(person) {
  const wide = await person.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (wide > 0) throw new Error(`the page is ${wide} px wider than the screen`);
}

function report() {
  const minutesAgo = (minutes) => new Date(Date.now() - minutes * 60_000).toISOString();
  return {
    channel: 'WINDOW',
    fraudType: 'FALSE_AUTHORITY',
    impersonatedIdentity: '测试公安局',
    narrative: `测试：自称公安局，${beijing(Date.now() - 2_400_000)}来电，称涉嫌洗钱。`,
    victim: {kind: 'PERSON', name: '测试王某某', idType: 'RESIDENT_ID', idNumber: '11010519491231002X', phone: '13999990001'},
    contacts: [
      {direction: 'INCOMING', kind: 'MOBILE', displayed: '+86110', startTime: minutesAgo(40), durationSeconds: 600},
    ],
    transfers: [
      {
        amountFen: '5300000',
        transferTime: minutesAgo(20),
        channel: 'MOBILE_BANK',
        payer: {kind: 'CARD', institutionName: '测试银行三', accountNumber: card('990003'), accountName: '测试王某某'},
        payee: {kind: 'CARD', institutionName: '测试银行一', accountNumber: card('990001'), accountName: '测试甲'},
      },
    ],
  };
}

/** One white pixel. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
  'base64',
);
