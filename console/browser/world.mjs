// The others in the story, who act through the API and not through a page.
import {randomInt, randomUUID} from 'node:crypto';
import {request} from 'playwright-core';
import {ISSUER, PASSWORD, URL_OF} from './stage.mjs';

/** Somebody with a token of his own. */
export class Caller {
  static async logIn(username) {
    const http = await request.newContext();
    const answer = await http.post(`${ISSUER}/protocol/openid-connect/token`, {
      form: {grant_type: 'password', client_id: 'demo-cli', username, password: PASSWORD, scope: 'openid'},
    });
    const {access_token: token} = await answer.json();
    return new Caller(http, token);
  }

  constructor(http, token) {
    this.http = http;
    this.headers = {Authorization: `Bearer ${token}`, 'Accept-Language': 'zh-CN'};
  }

  async get(path) {
    return this.read(await this.http.get(URL_OF + path, {headers: this.headers}), path);
  }

  async post(path, body = {}) {
    const data = {requestId: randomUUID(), ...body};
    return this.read(await this.http.post(URL_OF + path, {headers: this.headers, data}), path);
  }

  async upload(path, contentType, data) {
    const headers = {...this.headers, 'Content-Type': contentType};
    return this.read(await this.http.post(`${URL_OF}${path}&requestId=${randomUUID()}`, {headers, data}), path);
  }

  async read(answer, path) {
    const body = await answer.json();
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${JSON.stringify(body)}`);
    return body;
  }

  /** What an event brings about: asked for until it is there. */
  async comesToBe(path, fits = () => true) {
    for (let tries = 0; tries < 100; tries++) {
      const found = await this.get(path).catch(() => null);
      if (found && fits(found)) return found;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error(`${path} did not come into being`);
  }

  /** Files an urgent report over one payment; the id of its order. */
  async report(account, options) {
    const filed = await this.file(account, options);
    return filed.stopOrders[0].stopOrder;
  }

  /** Files an urgent report over one payment; the case. */
  async file(account, {institutionName = '测试银行一', amountFen = '5000000'} = {}) {
    return this.post('/v1/cases', {
      urgent: true,
      report: {
        channel: 'WINDOW',
        fraudType: 'FALSE_AUTHORITY',
        transfers: [
          {
            amountFen,
            transferTime: new Date(Date.now() - 600_000).toISOString(),
            channel: 'COUNTER',
            serialNumber: 'TEST0001',
            payer: {kind: 'CARD', institutionName: '测试银行三', accountNumber: card('990003'), accountName: '测试事主'},
            payee: {kind: 'CARD', institutionName, accountNumber: account, accountName: '测试收款人'},
          },
        ],
      },
    });
  }

  /** Files an urgent report over a payment to an account the victim could not read; the case. */
  async fileMasked(payer) {
    return this.post('/v1/cases', {
      urgent: true,
      report: {
        channel: 'WINDOW',
        fraudType: 'FALSE_AUTHORITY',
        lookupConsent: true,
        transfers: [
          {
            amountFen: '2000000',
            transferTime: new Date(Date.now() - 600_000).toISOString(),
            channel: 'COUNTER',
            serialNumber: 'TEST0002',
            payer: {kind: 'CARD', accountName: '测试事主', ...payer},
            payee: {kind: 'CARD', accountNumber: '6222****0007', accountName: '*强'},
          },
        ],
      },
    });
  }

  /** Uploads both papers an order needs, and delivers them. */
  async deliverPapers(order) {
    for (const kind of ['STOP_NOTICE', 'POLICE_ID_COPY']) {
      await this.upload(`/v1/stopOrders/${order}/papers:upload?kind=${kind}`, 'application/pdf', paper(kind));
    }
    await this.post(`/v1/stopOrders/${order}:deliverPaper`);
  }
}

/** A made-up card of this range, 19 digits, with its check digit. */
export function card(range) {
  const body = (range + String(randomInt(1_000_000_000)).padStart(9, '0') + String(randomInt(1000)).padStart(3, '0')).slice(0, 18);
  const sum = [...body].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return body + ((10 - (sum % 10)) % 10);
}

/** A one-page PDF that says what it is. */
export function paper(kind) {
  const text = `BT /F1 24 Tf 60 700 Td (TEST ${kind}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = file.length;
  file += `xref\n0 6\n0000000000 65535 f \n${places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')}`;
  return Buffer.from(`${file}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`);
}

/** `2026-11-21 11:30:05`, Beijing time. */
export function beijing(millis) {
  return new Date(millis + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}
