// What is promised of the console in a browser, measured against a running system; for ./holdfast bench browser.
// Prints one line of JSON: lists of milliseconds, one number for each thing that was measured.
import {Stage} from './stage.mjs';
import {Caller, card} from './world.mjs';

const ORDERS = 50;
/** A system that has just been started answers its first reports while it compiles itself: these are not counted. */
const WARM_UP = 20;
const LOADS = 5;

/** A station's old machine on a thin line. */
const CPU_SLOWDOWN = 6;
const BYTES_PER_SECOND = 1_000_000 / 8;
const LATENCY_MS = 40;

const FIRST_FIELD = '[data-path$="payee.accountNumber"] input';

const stage = await Stage.open();
try {
  console.log(JSON.stringify({arrivals: await arrivals(), ...(await intake())}));
} finally {
  await stage.close();
}
if (stage.faults.length > 0) {
  console.error(stage.faults.join('\n'));
  process.exit(1);
}

/** From sending the report to the order's row on the bank's open page, one after the other. */
async function arrivals() {
  const bank = await (await stage.person('qian.bank')).logIn();
  await bank.beginShift();
  await bank.page.evaluate(() => {
    window.arrivals = {};
    new MutationObserver(() => {
      for (const row of document.querySelectorAll('[data-subject]')) window.arrivals[row.dataset.subject] ??= Date.now();
    }).observe(document.body, {childList: true, subtree: true});
  });
  const officer = await Caller.logIn('chen.officer');
  const clerk = await Caller.logIn('qian.bank');
  const found = [];
  for (let i = -WARM_UP; i < ORDERS; i++) {
    const sent = Date.now();
    const order = await officer.report(card('990001'));
    await bank.page.locator(`[data-subject="stopOrders/${order}"]`).waitFor();
    const seen = await bank.page.evaluate((id) => window.arrivals[`stopOrders/${id}`], order);
    if (i >= 0) found.push(seen - sent);
    // Answered, so that the queue stays as short as a bank's.
    await clerk.post(`/v1/stopOrders/${order}:acknowledge`);
    await clerk.post(`/v1/stopOrders/${order}:recordMismatch`, {field: 'name'});
  }
  await bank.page.context().close();
  return found;
}

/** How long until one can type, from an empty cache; and the longest any key took to be painted. */
async function intake() {
  const officer = await (await stage.person('chen.officer')).logIn();
  const kept = await officer.page.context().storageState();
  await officer.page.getByRole('navigation').getByRole('link', {name: '接警'}).click();
  await officer.page.getByRole('button', {name: '新建接警'}).click();
  await officer.page.getByLabel('收款账号 / 卡号').waitFor();
  const address = officer.page.url();
  await officer.page.context().close();
  const usable = [];
  const keys = [];
  for (let i = 0; i < LOADS; i++) {
    const context = await stage.browser.newContext({
      storageState: kept,
      viewport: {width: 1366, height: 768},
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    });
    const page = await context.newPage();
    await slow(context, page);
    await page.addInitScript(tellWhenUsable, FIRST_FIELD);
    const begun = Date.now();
    await page.goto(address, {waitUntil: 'commit'});
    await page.waitForFunction(() => window.usableAt, null, {polling: 250, timeout: 60_000});
    usable.push((await page.evaluate(() => window.usableAt)) - begun);
    keys.push(await slowestKey(page));
    await context.close();
  }
  return {usable, keys};
}

/** In the page, where it costs least: the moment after the paint in which the first field has the cursor. */
function tellWhenUsable(field) {
  const look = (_, observer) => {
    if (document.querySelector(field) === null) return;
    observer.disconnect();
    const painted = () =>
      requestAnimationFrame(() =>
        setTimeout(() => (document.activeElement?.matches(field) ? (window.usableAt = Date.now()) : painted())),
      );
    painted();
  };
  new MutationObserver(look).observe(document, {childList: true, subtree: true});
}

async function slow(context, page) {
  const tools = await context.newCDPSession(page);
  await tools.send('Emulation.setCPUThrottlingRate', {rate: CPU_SLOWDOWN});
  await tools.send('Network.enable');
  await tools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: LATENCY_MS,
    downloadThroughput: BYTES_PER_SECOND,
    uploadThroughput: BYTES_PER_SECOND,
  });
}

/** Types an account where the cursor stands; the browser's own event timing says how long each key took to the next paint. */
async function slowestKey(page) {
  await page.evaluate(() => {
    window.keys = [0];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name.startsWith('key')) window.keys.push(entry.duration);
    }).observe({type: 'event', durationThreshold: 16});
  });
  await page.keyboard.type(card('990001'), {delay: 180});
  await page.keyboard.press('Tab');
  await page.keyboard.type('5万3', {delay: 180});
  return page.evaluate(() => Math.max(...window.keys));
}
