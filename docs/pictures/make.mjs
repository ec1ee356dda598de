/**
 * The pictures of the documents, made from the real thing: `npm run pictures`.
 *
 * Needs LibreOffice (`soffice`), poppler (`pdftotext`, `pdftoppm`) and Chromium on the machine. With names, only those pictures
 * are made: `npm run pictures open`.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { createHost } from '../../dist/local.js';

const OUT = 'docs/pictures';
const dir = mkdtempSync(join(tmpdir(), 'huizong-pictures-'));
const run = (command, args) => execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

let book = '';
let pdf = '';
function demo() {
  if (book !== '') return;
  run(process.execPath, ['dist/huizong.js', 'demo', '--out', dir]);
  book = join(dir, readdirSync(dir).find((name) => name.endsWith('.xlsx')) ?? '');
  run('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', dir, book]);
  pdf = book.replace(/xlsx$/, 'pdf');
}

/** Crops are in inches on an A4 page lying on its side. */
const PICTURES = {
  'consolidated-sheet': (name) => sheet(name, '2023年5月', { left: 0.49, top: 0.58, width: 5.05, height: 2.35 }),
  'status-grid': (name) => sheet(name, '2023年5月', { left: 5.5, top: 0.58, width: 4.4, height: 1.7 }),
  'submissions-sheet': submissions,
  report,
  mail: (name) => mail(name, { width: 760, height: 900 }),
  open: openPage,
  faces,
};
const wanted = process.argv.slice(2);
for (const [name, make] of Object.entries(PICTURES)) if (wanted.length === 0 || wanted.includes(name)) await make(name);

/** 月度报送 in the middle of a month: waiting, filled, accepted, sent back, and two rows whose day is long past. */
function submissions(name) {
  const host = createHost({ now: '2038-05-01T09:00' });
  host.load(readFileSync('dist/apps-script/huizong.js', 'utf8'));
  host.call('setUp', { year: 2038, text: readFileSync('examples/plan.txt', 'utf8') });
  host.call('prepare', { month: '2038-05' });
  const sheets = host.services.SpreadsheetApp.getActiveSpreadsheet().getSheets();
  for (const one of sheets) if (one.getName() !== '月度报送') one.hideSheet();
  const rows = sheets.find((one) => one.getName() === '月度报送');
  const put = (row, cells) => rows.getRange(row, 6, 1, cells.length).setValues([cells]);
  put(2, ['窗口实行首问负责，办结来件 53 件，更换公示牌 4 块。', 53, 53, 'https://example.cn/1', '孙静', '2038-05-11 09:20', '通过']);
  put(3, ['志愿小队走访独居老人 35 户，帮助打扫、修理 3 次。', 3, 35, 'https://example.cn/2', '孙静', '2038-05-12 10:05']);
  put(4, ['清理沿线垃圾和占道物品。', '', '', '', '孙静', '2038-05-12 10:30', '退回', '请补上出动人次']);
  put(6, ['本月无', '', '', '', '孙静', '2038-05-12 10:40']);
  for (const row of [9, 10]) rows.getRange(row, 4).setValue("'2023-05-20");
  const file = join(dir, 'submissions.xlsx');
  host.save(file);
  run('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', dir, file]);
  crop(name, file.replace(/xlsx$/, 'pdf'), '1', { left: 0.49, top: 0.49, width: 10.7, height: 2.6 });
}

/** The first page and the status table of the official report, side by side. */
function report(name) {
  demo();
  run(process.execPath, ['dist/huizong.js', 'report', book, '--month', '2023-05', '--as-of', '2023-05-23T09:00', '--out', dir, '--yes']);
  const docx = join(dir, '月度报告-2023-05.docx');
  run('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', dir, docx]);
  run('pdftoppm', ['-r', '70', '-png', '-singlefile', '-f', '1', '-l', '1', docx.replace(/docx$/, 'pdf'), join(OUT, name)]);
}

function sheet(name, firstWords, area) {
  demo();
  crop(name, pdf, pageOf(firstWords), area);
}

function crop(name, file, page, { left, top, width, height }) {
  const dpi = Math.round(1500 / width);
  const inches = { x: left, y: top, W: width, H: height };
  const area = Object.entries(inches).flatMap(([option, length]) => [`-${option}`, String(Math.round(length * dpi))]);
  run('pdftoppm', ['-f', page, '-l', page, '-r', String(dpi), ...area, '-png', '-singlefile', file, join(OUT, name)]);
}

function pageOf(firstWords) {
  for (let page = 1; page < 100; page += 1) {
    const text = run('pdftotext', ['-f', String(page), '-l', String(page), pdf, '-']);
    if (text.startsWith(firstWords)) return String(page);
  }
  throw new Error(`no page begins with ${firstWords}`);
}

/** The sidebar and two dialogs, as the script shows them in the middle of the sample's May. */
async function faces() {
  const profile = mkdtempSync(join(tmpdir(), 'huizong-pictures-browser-'));
  const flags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'];
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: '/usr/bin/chromium',
    args: flags,
    deviceScaleFactor: 1.5,
  });
  const show = async (host, { html, width, height }) => {
    const page = await context.newPage();
    await page.setViewportSize({ width, height });
    await page.exposeFunction('huizongCall', (name, args) => ({ value: host.callAsClient(name, ...args) }));
    await page.addInitScript({ path: 'test/browser/bridge.js' });
    await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
    await page.goto('https://sheets.test/');
    await rested(page);
    return page;
  };
  const rested = (page) => page.waitForFunction(() => document.querySelector('main > *') && !document.querySelector('[aria-busy]'));
  const take = (page, name, scale = 'css') => page.screenshot({ path: join(OUT, `${name}.png`), scale });

  const may = started({ workbook: book });
  const sheets = may.services.SpreadsheetApp.getActiveSpreadsheet();
  // Before the report leaves: the demo has sent it.
  for (const title of ['档案', '发送记录']) {
    const sheet = sheets.getSheetByName(title);
    sheet.getRange(2, 1, sheet.getLastRow(), sheet.getLastColumn()).clearContent();
  }
  sheets.deleteSheet(sheets.getSheetByName('汇总-2023-05'));
  may.call('menuBoard');
  const board = await show(may, { ...may.ui.sidebars.at(-1), width: 300, height: 1072 });
  await board.locator('.grid .late').first().hover();
  await board.locator('#owed-7 summary').click();
  await take(board, 'board', 'device');

  const row = sheets.getSheetByName('月度报送').getDataRange().getValues().findIndex(([month, who, what]) => month === '2023-05' && who === '客运科' && String(what).includes('客运')) + 1;
  may.callAsClient('openPage', { page: 'review', month: '2023-05', row });
  await take(await show(may, { ...may.ui.dialogs.at(-1), height: 500 }), 'review-dialog');

  const fresh = started({ now: '2023-03-01T09:00' });
  fresh.call('menuImportPlan');
  const plan = await show(fresh, fresh.ui.dialogs.at(-1));
  await plan.locator('textarea').first().fill(readFileSync('examples/plan.txt', 'utf8'));
  await plan.getByRole('button', { name: '识别' }).click();
  await rested(plan);
  await take(plan, 'import-dialog');
  await context.close();
}

function started(options) {
  const host = createHost({ now: '2023-05-23T09:00', language: 'zh-CN', locale: 'zh_CN', timeZone: 'Asia/Shanghai', ...options });
  const names = readdirSync('dist/apps-script').filter((name) => name.endsWith('.html'));
  const html = Object.fromEntries(names.map((name) => [name.slice(0, -5), readFileSync(join('dist/apps-script', name), 'utf8')]));
  host.load(readFileSync('dist/apps-script/huizong.js', 'utf8'), { html });
  return host;
}

function mail(name, size) {
  demo();
  run(process.execPath, ['dist/huizong.js', 'report', book, '--month', '2023-05', '--as-of', '2023-05-23T09:00', '--out', dir]);
  photograph(name, join(dir, '预览-2023-05.html'), size);
}

/** `huizong open` in the middle of May: the office sends a row back. */
async function openPage(name) {
  const now = '2023-05-18T09:30';
  const host = createHost({ now: '2023-05-01T09:00', user: 'office@example.cn', locale: 'zh_CN', language: 'zh-CN' });
  host.load(readFileSync('dist/apps-script/huizong.js', 'utf8'));
  host.call('setUp', { year: 2023, text: readFileSync('examples/plan.txt', 'utf8') });
  host.call('prepare', { month: '2023-05' });
  host.setNow(now);
  const type = (row, cells) => host.fire.edit({ sheet: '月度报送', a1: `F${row}`, values: [cells] });
  type(2, ['窗口实行首问负责，办结来件 53 件，更换公示牌 4 块。', '53', '53', 'https://example.cn/1']);
  type(3, ['志愿小队走访独居老人 35 户，帮助打扫、修理 3 次。', '3', '35', 'https://example.cn/2']);
  type(4, ['清理沿线垃圾和占道物品。']);
  type(5, ['在公交站点引导排队候车 89 人次，劝阻不文明行为 3 起。', '3', '89']);
  type(6, ['本月无']);
  host.call('review', { rows: [2], decision: 'accept' });
  host.call('review', { rows: [4], decision: 'return', reason: '请补上出动人次' });
  const file = join(dir, '示例区交通运输局 2023.xlsx');
  host.save(file);
  const server = spawn(process.execPath, ['dist/huizong.js', 'open', file, '--no-browser', '--json', '--as-of', now]);
  const address = await new Promise((resolve) => {
    server.stdout.on('data', (text) => resolve(/"address":"([^"]+)"/.exec(String(text))?.[1]));
  });
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
  const page = await browser.newPage({ viewport: { width: 1180, height: 660 } });
  // The page works formulas out by its own clock.
  await page.clock.setFixedTime(new Date(now));
  await page.goto(address);
  await page.waitForSelector('#grid[data-ready]', { timeout: 120_000 });
  await page.locator('#grid').getByText('月度报送', { exact: true }).last().click();
  await page.locator('#grid input').first().fill('A5:F5');
  await page.locator('#grid input').first().press('Enter');
  await page.waitForTimeout(15_000);
  await page.locator('#menus button').first().click();
  await page.getByRole('menuitem', { name: '审核所选行' }).click();
  await page.getByRole('menuitem', { name: '退回所选行' }).click();
  await page.locator('dialog.question input').fill('请补上照片');
  await page.screenshot({ path: join(OUT, `${name}.png`) });
  await browser.close();
  server.kill();
}

function photograph(name, file, { width, height }) {
  run('chromium', [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--hide-scrollbars',
    '--virtual-time-budget=2000',
    `--window-size=${width},${height}`,
    `--screenshot=${join(OUT, `${name}.png`)}`,
    `file://${file}`,
  ]);
}
