// A browser, people who log in with it, pictures of what they see, and axe on every page.
import {mkdirSync, readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {chromium} from 'playwright-core';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const PICTURES = 'target/browser';
const PASSWORD = process.env.HOLDFAST_DEMO_PASSWORD ?? 'holdfast-demo';

export const URL_OF = process.env.HOLDFAST_URL ?? 'http://127.0.0.1:8080';
export const ISSUER = process.env.HOLDFAST_ISSUER ?? 'http://127.0.0.1:8180/realms/holdfast';

/** How long anything may take to appear; a test waits for a thing, never for a time. */
const PATIENCE_MS = 30_000;

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

export class Stage {
  /** @type {string[]} */
  faults = [];

  static async open() {
    mkdirSync(PICTURES, {recursive: true});
    const browser = await chromium.launch({executablePath: process.env.HOLDFAST_CHROMIUM, args: ARGUMENTS});
    return new Stage(browser);
  }

  constructor(browser) {
    this.browser = browser;
  }

  /** Somebody at his own machine, logged in through Keycloak's page. */
  async person(username, {language = 'zh-CN', viewport = {width: 1366, height: 768}} = {}) {
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
    await page.goto(`${URL_OF}/`);
    return new Person(this, page, username);
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

  async logIn() {
    await this.page.locator('#username').fill(this.username);
    await this.page.locator('#password').fill(PASSWORD);
    await this.page.locator('#kc-login').click();
    await this.page.getByRole('main').waitFor();
    return this;
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
