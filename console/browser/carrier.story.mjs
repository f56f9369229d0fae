// Two carriers follow a call back: the first takes the hop in hand, preserves and answers; the second finds that the
// circuit cannot be right and disputes it; put right, the call lands at a leased line.
import {Caller, beijing, card} from './world.mjs';

const CALLED = '13999000001';
const LONG = '7200s';

export default async function tell(stage) {
  const call = Date.now() - 3_600_000;
  const officer = await Caller.logIn('chen.officer');
  const head = await Caller.logIn('lin.unit');
  const mobile = await (await stage.person('zhu.carrier')).logIn();
  const {page} = mobile;
  const addresses = [];
  page.on('request', (request) => addresses.push(decodeURIComponent(request.url())));
  await mobile.beginShift();

  // A hop arrives on the open page.
  const {trace, caseId} = await requested(officer, call);
  await head.post(`/v1/traces/${trace}:approve`);
  const first = page.locator(`[data-subject="traces/${trace}/hops/1"]`);
  await first.waitFor();
  await page.getByText('新的信令倒查，点此处理').waitFor();
  await first.click();

  // Taken in hand with the clock's offset: the window is in the exchange's own time.
  const window = page.locator('[data-key="window"]');
  await window.waitFor();
  await page.getByLabel('本局时钟偏差（如已知）').fill('40');
  await mobile.look('carrier-arrived');
  await page.getByRole('button', {name: '接收（A）'}).click();
  await page.getByText('本局时钟，快 40 秒').waitFor();
  await page.keyboard.press('Alt+4');
  await page.getByRole('button', {name: '复制时间范围 已复制'}).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  if (copied !== (await window.innerText())) throw new Error('nothing was copied');
  const start = beijing(call + 40_000 - 300_000).replace(/\D/g, '');
  if (!copied.startsWith(start)) throw new Error(`the window is ${copied}, not from ${start}`);

  // Preserved first.
  await page.getByText('尚未登记留存').waitFor();
  await page.getByLabel('留存编号').fill('测试留存1号');
  await page.getByRole('button', {name: '登记留存'}).click();
  await page.getByText('数据已留存').waitFor();

  // The answer: held against what was asked for while it is typed; what is wrong stands beside its field.
  await page.getByRole('button', {name: '提交答复'}).click();
  await page.getByText('还有内容没有填好').waitFor();
  await page.getByLabel('话单开始时间（本局时钟）').fill(beijing(call + 42_000));
  await page.getByText('扣除时钟偏差后相差 2 秒').waitFor();
  await page.getByLabel('通话时长').fill('603');
  await page.getByLabel('被叫号码', {exact: true}).fill('13999000009');
  await page.getByText(`与被叫 ${CALLED} 不符`).waitFor();
  await page.getByLabel('被叫号码', {exact: true}).fill(`0086${CALLED}`);
  await page.getByText('与检索条件一致').waitFor();
  await page.getByLabel('实收主叫号码').fill('09990000110');
  const into = page.getByRole('group', {name: '来话路由'});
  await into.getByLabel('中继群').fill('测试来话群30');
  await into.getByLabel('CIC').fill('30');
  await into.getByLabel('源信令点 OPC', {exact: true}).fill('0x0A141F');
  await into.getByText('10-20-31').waitFor();
  await into.getByLabel('目的信令点 DPC', {exact: true}).fill('10-20-30');
  await page.getByLabel('单位名称（从通讯录选择）').fill('测试电信');
  await page.getByLabel('对方局名').fill('测试关口局');
  await mobile.look('carrier-answer');
  await page.getByRole('button', {name: '提交答复'}).click();
  await page.getByText('已作答复').waitFor();

  // The next hop opens by itself, at the other carrier. What its own records say does not agree with the circuit.
  const telecom = await (await stage.person('qin.carrier')).logIn();
  const other = telecom.page;
  await other.locator(`[data-subject="traces/${trace}/hops/2"]`).click();
  await other.getByRole('button', {name: '接收（A）'}).waitFor();
  await other.keyboard.press('a');
  await other.locator('[data-earlier="1"]').getByText('测试来话群30').waitFor();
  await other.getByText('落地', {exact: true}).click();
  await other.getByLabel('话单开始时间（本局时钟）').fill(beijing(call + 2_000));
  await other.getByLabel('通话时长').fill('603');
  const out = other.getByRole('group', {name: '去话路由'});
  await out.getByLabel('CIC').fill('31');
  await out.getByText('前一跳为 30').waitFor();
  await out.getByLabel('源信令点 OPC', {exact: true}).fill('10-20-31');
  await out.getByLabel('目的信令点 DPC', {exact: true}).fill('660510');
  await out.getByText('与前一跳一致').first().waitFor();
  await other.getByRole('group', {name: '来话路由'}).getByLabel('中继群').fill('测试语音专线');
  await other.getByLabel('服务器 IP 和端口').fill('192.0.2.7:5060');
  await other.getByLabel('租用人').fill('测试租户公司');
  await other.getByRole('button', {name: '提交答复'}).click();
  await out.getByRole('alert').getByText('去话路由与第 1 跳的来话路由不一致').waitFor();
  await telecom.look('carrier-refused');
  await other.getByRole('button', {name: '对第 1 跳提出异议'}).click();
  await other.getByLabel('理由').fill('测试：本局记录的电路号为 31');
  await telecom.look('carrier-dispute');
  await other.getByRole('button', {name: '提出异议', exact: true}).click();
  await other.locator('[data-earlier="1"]').getByText('有异议').waitFor();

  // The first carrier sees it live, begins with what it had answered, and puts the circuit right.
  await page.getByText('对本跳的答复提出异议').waitFor();
  await page.getByText('测试：本局记录的电路号为 31').waitFor();
  await mobile.look('carrier-disputed');
  const again = page.getByRole('group', {name: '来话路由'});
  await again.getByLabel('CIC').fill('31');
  await page.getByRole('button', {name: '提交答复'}).click();
  await page.getByRole('button', {name: '更正答复'}).waitFor();

  // What the second had typed is still there, and agrees now.
  await out.getByText('与前一跳一致').nth(2).waitFor();
  await other.getByRole('button', {name: '提交答复'}).click();
  await other.getByText('已落地').waitFor();
  await other.getByRole('button', {name: '更正答复'}).click();
  await other.getByLabel('语音网关').fill('测试语音网关');
  await other.getByLabel('更正原因').fill('测试：补充网关');
  await other.getByRole('button', {name: '提交更正'}).click();
  await other.getByText('的答复：落地').waitFor();
  await telecom.look('carrier-landed');
  await found(stage, caseId);
  await onPaper(stage, officer, head);

  // Answered traces are found again; English, on a tablet.
  await page.getByText('全部', {exact: true}).click();
  await page.locator(`[data-trace="${trace}"]`).click();
  await page.getByText('已作答复').waitFor();
  await page.getByText('EN', {exact: true}).click();
  await page.getByRole('heading', {name: 'Trace-back · hop 1'}).waitFor();
  await page.setViewportSize({width: 1024, height: 768});
  await mobile.look('carrier-tablet-en');
  await mobile.keepsNoToken('at the end');
  for (const secret of [CALLED, '09990000110', '000110', '192.0.2.7', '测试租户公司']) {
    if (addresses.some((address) => address.includes(secret))) throw new Error('personal data in an address');
  }
}

/** Another finds what stands behind the landed call: the server, then who uses it; each goes back to the case. */
async function found(stage, caseId) {
  const cyber = await (await stage.visitor('ma.cyber', `/cases/${caseId}?tab=trace`)).logIn();
  const {page} = cyber;
  const form = page.getByRole('dialog');
  await page.getByRole('button', {name: '登记服务器'}).click();
  await form.getByLabel('服务器地址').fill('192.0.2.7');
  await form.getByLabel('托管企业').fill('测试机房');
  await cyber.look('carrier-server-found');
  await form.getByRole('button', {name: '登记', exact: true}).click();
  await form.waitFor({state: 'hidden'});
  await page.getByRole('button', {name: '登记使用人线索'}).click();
  await form.getByLabel('第 1 条内容').fill('192.0.2.8');
  await form.getByLabel('第 1 条说明').fill('测试：后台登录地址');
  await cyber.look('carrier-subjects-found');
  await form.getByRole('button', {name: '登记', exact: true}).click();
  await form.waitFor({state: 'hidden'});
  await page.getByText('192.0.2.8').first().waitFor();
  await cyber.look('carrier-subjects-in-case');
}

/** The hop before is nobody of the system's: he is handed a paper, and the station enters what he answers on paper. */
async function onPaper(stage, officer, head) {
  const call = Date.now() - 3_600_000;
  const {trace, caseId} = await requested(officer, call);
  await head.post(`/v1/traces/${trace}:approve`);
  const carrier = await Caller.logIn('zhu.carrier');
  const hop = `/v1/traces/${trace}/hops/1`;
  await carrier.comesToBe(`/v1/traces/${trace}`);
  await carrier.post(`${hop}:acknowledge`);
  await carrier.post(`${hop}:recordPreservation`, {preservation: {reference: '测试留存2号'}});
  await carrier.post(`${hop}:answer`, {
    answer: {
      code: 'FOREIGN_GATEWAY',
      role: 'INTERNATIONAL_GATEWAY',
      record: {
        startTime: new Date(call + 2_000).toISOString(),
        clockOffsetSeconds: 0,
        durationSeconds: 603,
        calledNumber: `0086${CALLED}`,
        callingNumberReceived: '09990000110',
        incoming: {trunkGroup: '测试国际群 1', cic: 5, opc: {text: '10-20-31', bits: 24}, dpc: {text: '10-20-30', bits: 24}},
      },
      upstream: {outside: {name: '测试境外运营商', contactName: '测试联系人', contactPhone: '+000999'}},
    },
  });
  const station = await (await stage.visitor('chen.officer', `/cases/${caseId}?tab=trace`)).logIn();
  const {page} = station;
  await page.getByRole('link', {name: '第 2 跳：录入纸质答复'}).click();
  await page.getByText('系统外机构，纸质答复').waitFor();
  await page.getByLabel('交给对方的文书号').fill('测调证字〔2026〕2号');
  await station.look('carrier-paper-handed');
  await page.getByRole('button', {name: '登记送出'}).click();
  await page.getByText('已过留存期', {exact: true}).click();
  await page.getByLabel('说明（留存期限与删除时间）').fill('测试：对方书面答复，记录已删除');
  await station.look('carrier-paper-answer');
  await page.getByRole('button', {name: '提交答复'}).click();
  await page.getByText('已作答复').waitFor();
  await station.look('carrier-paper-answered');
}

/** A case with a call that pretended to be the police's, and a trace of it asked for on paper. */
async function requested(officer, call) {
  const filed = await officer.post('/v1/cases', {
    urgent: false,
    report: {
      channel: 'WINDOW',
      fraudType: 'FALSE_AUTHORITY',
      victim: {kind: 'PERSON', name: '测试受害人', phone: CALLED},
      transfers: [
        {
          amountFen: '5000000',
          transferTime: new Date(call + 1_200_000).toISOString(),
          channel: 'COUNTER',
          payer: {kind: 'CARD', institutionName: '测试银行三', accountNumber: card('990003'), accountName: '测试事主'},
          payee: {kind: 'CARD', institutionName: '测试银行一', accountNumber: card('990001'), accountName: '测试收款人'},
        },
      ],
      contacts: [
        {
          direction: 'INCOMING',
          kind: 'OVERSEAS',
          displayed: '+000110',
          startTime: new Date(call).toISOString(),
          durationSeconds: 600,
        },
      ],
    },
  });
  const asked = await officer.post(`/v1/cases/${filed.id}:requestTrace`, {
    contact: 1,
    paperNumber: '测调证字〔2026〕1号',
    limitLength: LONG,
  });
  const {trace} = asked.traces[0];
  // It comes into being by an event.
  await officer.comesToBe(`/v1/traces/${trace}`);
  return {trace, caseId: filed.id};
}
