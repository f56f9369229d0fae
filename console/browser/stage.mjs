// A browser, people who log in with it, pictures of what they see, and axe on every page.
import {existsSync, mkdirSync, readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {chromium} from 'playwright-core';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const PICTURES = 'target/browser';

export const URL_OF = process.env.HOLDFAST_URL ?? 'http://127.0.0.1:8080';
export const ISSUER = process.env.HOLDFAST_ISSUER ?? 'http://127.0.0.1:8180/realms/holdfast';

export const PASSWORD = process.env.HOLDFAST_DEMO_PASSWORD ?? 'holdfast-demo';

/** How long anything may take to appear; a test waits for a thing, never for a time. */
const PATIENCE_MS = 30_000;

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--autoplay-policy=user-gesture-required',
  // 8080 shifted by 2000 is a port that browsers keep from pages.
  `--explicitly-allowed-ports=${new URL(URL_OF).port}`,
];

function chromiumHere() {
  const named = process.env.HOLDFAST_CHROMIUM;
  const folders = (process.env.PATH ?? '').split(':');
  const all = named ? [named] : NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  const found = all.find((path) => existsSync(path));
  if (!found) throw new Error('no Chromium: install it (Debian: apt-get install chromium fonts-noto-cjk), or name it in HOLDFAST_CHROMIUM');
  return found;
}

export class Stage {
  /** @type {string[]} */
  faults = [];

  static async open() {
    mkdirSync(PICTURES, {recursive: true});
    const browser = await chromium.launch({executablePath: chromiumHere(), args: ARGUMENTS});
    return new Stage(browser);
  }

  constructor(browser) {
    this.browser = browser;
  }

  /** Somebody at his own machine, about to log in through Keycloak's page. */
  person(username, options) {
    return this.visitor(username, '/', options);
  }

  /** Somebody at his own machine, at this address. */
  async visitor(username, path, {language = 'zh-CN', viewport = {width: 1366, height: 768}} = {}) {
    const context = await this.browser.newContext({
      viewport,
      locale: language,
      timezoneId: 'Asia/Shanghai',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    context.setDefaultTimeout(PATIENCE_MS);
    const page = await context.newPage();
    page.on('pageerror', (error) => this.faults.push(`${username}: ${error.message}`));
    page.on('console', (message) => {
      const text = message.text();
      // A refused call is the application's business, and shown by it.
      if (message.type() === 'error' && !/Failed to load resource/.test(text)) this.faults.push(`${username}: ${text}`);
    });
    await page.goto(URL_OF + path);
    return new Person(this, page, username);
  }

  /** What everybody sees when a story fails. */
  async lastLook(name) {
    let number = 0;
    for (const context of this.browser.contexts()) {
      for (const page of context.pages()) {
        number++;
        await page.screenshot({path: join(PICTURES, `failed-${name}-${number}.png`)}).catch(() => undefined);
      }
    }
  }

  async close() {
    await this.browser.close();
  }
}

export class Person {
  constructor(stage, page, username) {
    this.stage = stage;
    this.page = page;
    this.username = username;
  }

  async logIn(password = PASSWORD) {
    await this.page.locator('#username').fill(this.username);
    await this.page.locator('#password').fill(password);
    await this.page.locator('#kc-login').click();
    await this.page.getByRole('main').waitFor();
    return this;
  }

  /** 开始值班: hears the alarm, says so, and waits until the desk counts as attended. */
  async beginShift() {
    await this.page.getByRole('button', {name: '开始值班'}).click();
    await this.page.getByRole('button', {name: '播放铃声'}).click();
    await this.page.getByRole('button', {name: '听到了，我在岗'}).click();
    await this.page.getByTestId('desk-state').getByText('在岗', {exact: true}).waitFor();
  }

  /** Nothing that is kept beyond the page, and no address, may hold a token. */
  async keepsNoToken(name) {
    const kept = await this.page.evaluate(() => JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie]));
    if (/eyJ[A-Za-z0-9_-]{20}/.test(kept + this.page.url())) this.stage.faults.push(`${name}: a token is kept`);
  }

  /** A picture of what he sees, and no serious fault in it. */
  async look(name) {
    await this.page.screenshot({path: join(PICTURES, `${name}.png`)});
    await this.examine(name);
  }

  async examine(name) {
    await this.page.evaluate(readFileSync(AXE, 'utf8'));
    const found = await this.page.evaluate(async () => {
      const result = await window.axe.run(document, {resultTypes: ['violations']});
      return result.violations
        .filter((each) => each.impact === 'serious' || each.impact === 'critical')
        .map((each) => `${each.id}: ${each.help}: ${each.nodes.slice(0, 3).map((node) => node.target.join(' ')).join(' | ')}`);
    });
    for (const fault of found) this.stage.faults.push(`axe on ${name}: ${fault}`);
  }
}
