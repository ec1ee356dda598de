/** Mails kept as files, where the folder cannot take them: nothing left, and that is certain. */
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeEml } from '../../src/mail/folder.ts';
import type { Mail } from '../../src/services/mail/message.ts';

const MAIL: Mail = {
  ...{ to: ['wmb@example.cn'], cc: [], bcc: [], replyTo: '', name: '示例局', from: 'office@example.cn' },
  ...{ subject: '汇总', body: '正文', htmlBody: '', attachments: [], inlineImages: {} },
  sentAt: new Date('2023-05-23T09:00:00+08:00'),
};
const scratch = (): string => mkdtempSync(join(tmpdir(), 'huizong-eml-'));
const certain = { certain: true, temporary: false, reason: 'folder' };

describe('a mail as a file', () => {
  it('is whole under its name, with nothing left beside it', async () => {
    const folder = join(scratch(), 'out');
    expect(await writeEml(MAIL, folder, 'a.eml')).toBeNull();
    expect(readdirSync(folder)).toEqual(['a.eml']);
  });

  it.each([
    ['a file stands where its folder should be', (at: string) => at, 'a.eml'],
    ['a file stands above its folder', (at: string) => join(at, 'out'), 'a.eml'],
    ['its name is longer than a file system takes', () => scratch(), `${'长'.repeat(100)}.eml`],
  ])('has certainly not left where %s', async (_, folderOf, file) => {
    const blocked = join(scratch(), 'file');
    writeFileSync(blocked, 'no folder');
    expect(await writeEml(MAIL, folderOf(blocked), file)).toMatchObject(certain);
  });
});
