/** What goes wrong with mail in an office, by the command line: said in words, nothing half-sent, every mail accounted for. */
import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import PostalMime from 'postal-mime';
import { beforeAll, describe, expect, it } from 'vitest';
import { paragraphsOf, partsOf } from '../../../test/support/docx.ts';
import { type Host, loadBook, saveBook, setSetting, startHuizong, type as typeIn } from '../../../test/support/host.ts';
import { DEPARTMENT_MAILS, fill, reachableWorkbook, rowFor } from '../../../test/support/month.ts';

const COMMAND = resolve('dist/huizong.js');
const MAY = ['--month', '2023-05', '--as-of', '2023-05-17T10:00'];
const NOBODY: readonly string[] = [];

let whole: Uint8Array;
beforeAll(() => {
  const host = reachableWorkbook();
  const path = join(mkdtempSync(join(tmpdir(), 'huizong-')), '月报.xlsx');
  saveBook(host.book, path);
  whole = readFileSync(path);
}, 60_000);

/** The reachable workbook in a folder of its own, spoilt. */
function spoilt(spoil: (host: Host, folder: string) => void = () => undefined): string {
  const folder = mkdtempSync(join(tmpdir(), 'huizong-'));
  const path = join(folder, '月报.xlsx');
  writeFileSync(path, whole);
  const host = startHuizong({ workbook: path, now: '2023-05-17T09:00' });
  spoil(host, folder);
  host.save(path);
  return path;
}

interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const huizong = (book: string, ...args: string[]): Ran =>
  spawnSync(process.execPath, [COMMAND, args[0] ?? '', book, ...args.slice(1)], {
    encoding: 'utf8',
    cwd: dirname(book),
  });

/** Mails left as files, `to` of each. */
async function mailsBeside(book: string): Promise<readonly string[]> {
  const out = join(dirname(book), 'out');
  if (!existsSync(out)) return NOBODY;
  const files = readdirSync(out).filter((name) => name.endsWith('.eml'));
  const mails = await Promise.all(files.map((name) => new PostalMime().parse(readFileSync(join(out, name)))));
  return mails.flatMap(({ to }) => to ?? []).map(({ address = '' }) => address);
}

const outboxOf = (book: string): unknown[][] =>
  (loadBook(book).sheets.find(({ name }) => name === '发送记录')?.rows ?? [])
    .slice(1)
    .flatMap((row) => (row?.values[4] ? [row.values] : []));
const statesIn = (book: string): unknown[] => outboxOf(book).map((row) => row[4]);

describe('send --yes is refused, nothing leaves, the workbook is as it was', () => {
  it.each<readonly [string, (host: Host) => void, readonly string[], RegExp]>([
    ['without a recipient', (host) => setSetting(host, '上报收件人', ''), MAY, /“上报收件人”还没有填写/],
    [
      'to what is no address',
      (host) => setSetting(host, '上报收件人', '区文明办 <wenmingban>；区直机关工委 <b@example.cn>'),
      MAY,
      /“区文明办 <wenmingban>”没有可用的邮箱/,
    ],
    ['for no month', () => undefined, ['--month', ''], /看不懂月份“”/],
    [
      'for a month in which nothing is due',
      (host) => setSetting(host, '报送月份', '3-12'),
      ['--month', '2023-02'],
      /2023-02 没有需要报送的任务/,
    ],
  ])('%s', async (_, spoil, month, words) => {
    const book = spoilt(spoil);
    const before = readFileSync(book);
    const { status, stdout, stderr } = huizong(book, 'send', ...month, '--yes');
    expect(stderr).toMatch(words);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect([status, stdout]).toEqual([1, '']);
    expect(await mailsBeside(book)).toEqual(NOBODY);
    expect(readFileSync(book).equals(before)).toBe(true);
  });
});

describe('only those in 设置 and 部门 can be written to', () => {
  it('what is shown is what would leave: of the departments named, and of no other', () => {
    const { stdout } = huizong(spoilt(), 'remind', ...MAY, '--department', '后勤处');
    expect(DEPARTMENT_MAILS.map((mail) => stdout.includes(mail))).toEqual([false, true, false]);
  });

  it('a department nobody knows is refused by name', async () => {
    const book = spoilt();
    const { status, stderr } = huizong(book, 'remind', ...MAY, '--department', '后勤处', '财务科', '--yes');
    expect([status, stderr.trim()]).toEqual([1, '“部门”里没有“财务科”。请核对部门的名称。没有发送任何邮件。']);
    expect(await mailsBeside(book)).toEqual(NOBODY);
  });

  it('a waiting mail somebody wrote into the record goes to nobody', async () => {
    const forged = [
      '上报',
      '2023-05',
      '路人 <luren@example.cn>',
      '汇总',
      '待发送',
      '',
      '',
      '上报/2023-05/luren@example.cn/x',
    ];
    const book = spoilt((host) => {
      setSetting(host, '自动催报', '否');
      typeIn(host, '发送记录', 'A2', [forged]);
    });
    expect(huizong(book, 'run', 'everyHour', '--as-of', '2023-05-17T10:00').status).toBe(0);
    expect(huizong(book, 'send', ...MAY, '--yes').status).toBe(0);
    expect([...(await mailsBeside(book))].sort()).toEqual(['jiguangongwei@example.cn', 'wenmingban@example.cn']);
    expect(statesIn(book)).toEqual(['已取消', '已发送', '已发送']);
  });

  it('a department without an address is named, and the others get their mail', async () => {
    const book = spoilt((host) => typeIn(host, '部门', 'D3', [['']]));
    const { status, stdout } = huizong(book, 'remind', ...MAY, '--yes');
    expect([status, stdout.includes('没有可用的邮箱，请补上或电话联系：后勤处')]).toEqual([0, true]);
    expect([...(await mailsBeside(book))].sort()).toEqual([DEPARTMENT_MAILS[0], DEPARTMENT_MAILS[2]].sort());
  });

  it('where no department has an address the preview names them, and nothing else', () => {
    const book = spoilt((host) => typeIn(host, '部门', 'D2', [[''], [''], ['']]));
    const [first] = huizong(book, 'remind', ...MAY).stdout.split('\n');
    expect(first).toBe('欠报但没有可用邮箱：保卫科、后勤处、人事处');
  });
});

describe('what is too large or no document', () => {
  it('a photograph of 30 MB stays a link in the report, and whoever sends is told', async () => {
    const book = spoilt((host, folder) => {
      writeFileSync(join(folder, '现场.jpg'), Buffer.alloc(30_000_000, 1));
      fill(host, rowFor(host, '保卫科', '开展消防检查'), { text: '查了三栋楼', links: '现场.jpg' });
      host.save(join(folder, '月报.xlsx'));
    });
    huizong(book, 'consolidate', ...MAY);
    const { status, stderr } = huizong(book, 'send', ...MAY, '--yes');
    expect([status, stderr.trim()]).toEqual([
      0,
      '“现场.jpg”（保卫科，开展消防检查）没有放进报告，只写了文件名：文件有 29 MB，超过 25 MB。请缩小，或另存为 JPG。',
    ]);
    const [file = ''] = readdirSync(join(dirname(book), 'out'));
    const mail = await new PostalMime().parse(readFileSync(join(dirname(book), 'out', file)));
    const report = partsOf(new Uint8Array(mail.attachments[0]?.content as ArrayBuffer));
    expect(paragraphsOf(report['word/document.xml'] ?? '').join('\n')).toContain(
      '保卫科　开展消防检查（2023年5月17日）：现场.jpg',
    );
  });

  it('a template that is no .docx is named and not taken', () => {
    const book = spoilt();
    const before = readFileSync(book);
    const file = join(dirname(book), '月度报告.docx');
    writeFileSync(file, '这不是 Word 文件');
    const { status, stderr } = huizong(book, 'template', file);
    expect(status).toBe(1);
    expect(stderr).toMatch(/月度报告\.docx.*不是 \.docx|不是 Word/);
    expect(readFileSync(book).equals(before)).toBe(true);
  });
});

describe('time and twice', () => {
  const once = (book: string, time: string): Promise<Ran> =>
    new Promise((done) => {
      const args = [COMMAND, 'run', book, 'everyHour', '--as-of', time];
      execFile(process.execPath, args, { cwd: dirname(book) }, (error, stdout, stderr) =>
        done({ status: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
      );
    });

  it('the trigger firing twice at once writes to nobody twice; whoever came second says so or finds it done', async () => {
    const book = spoilt();
    const ran = await Promise.all(['2023-05-18T09:00', '2023-05-18T09:00'].map((time) => once(book, time)));
    for (const { status, stderr } of ran) {
      expect(status === 0 ? '' : stderr).toMatch(status === 0 ? /^$/ : /正被占用|被别的程序改动了/);
    }
    expect(ran.map(({ status }) => status)).toContain(0);
    await once(book, '2023-05-18T10:00');
    expect([...(await mailsBeside(book))].sort()).toEqual([...DEPARTMENT_MAILS].sort());
    expect(statesIn(book)).toEqual(['已发送', '已发送', '已发送']);
  });

  it('with the clock put back, and put forward again, nobody is written to twice', async () => {
    const book = spoilt();
    for (const time of ['2023-05-18T09:00', '2023-05-15T09:00', '2023-05-18T11:00']) await once(book, time);
    expect([...(await mailsBeside(book))].sort()).toEqual([...DEPARTMENT_MAILS].sort());
  });
});
